// Result<T>: a value or an Error, with the names of std::expected (which g++ 12 does not ship yet).
//
// Example:
//   Result<Money> cost = Money::parse("12,50");
//   if (!cost) return fail(std::move(cost).error());
//   use(*cost);
#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/check.hpp"
#include "base/error.hpp"

namespace stoepkrijt {

/// Carries an Error into a Result, as std::unexpected does.
struct Unexpected {
  Error error;
};

[[nodiscard]] inline Unexpected fail(Error error) { return Unexpected{std::move(error)}; }
[[nodiscard]] inline Unexpected fail(ErrorCode code, std::string_view key) { return Unexpected{Error(code, key)}; }

template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}         // NOLINT(google-explicit-constructor)
  Result(Unexpected u) : state_(std::in_place_index<1>, std::move(u.error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] T& value() & { return *get(); }
  [[nodiscard]] const T& value() const& { return *get(); }
  [[nodiscard]] T&& value() && { return std::move(*get()); }
  [[nodiscard]] T& operator*() & { return *get(); }
  [[nodiscard]] const T& operator*() const& { return *get(); }
  [[nodiscard]] T&& operator*() && { return std::move(*get()); }
  [[nodiscard]] T* operator->() { return get(); }
  [[nodiscard]] const T* operator->() const { return get(); }

  [[nodiscard]] const Error& error() const& { return *get_error(); }
  [[nodiscard]] Error&& error() && { return std::move(*get_error()); }

  template <class U>
  [[nodiscard]] T value_or(U&& other) const& {
    return has_value() ? *get() : static_cast<T>(std::forward<U>(other));
  }

 private:
  T* get() {
    T* p = std::get_if<0>(&state_);
    SK_CHECK(p != nullptr);
    return p;
  }
  const T* get() const {
    const T* p = std::get_if<0>(&state_);
    SK_CHECK(p != nullptr);
    return p;
  }
  Error* get_error() {
    Error* p = std::get_if<1>(&state_);
    SK_CHECK(p != nullptr);
    return p;
  }
  const Error* get_error() const {
    const Error* p = std::get_if<1>(&state_);
    SK_CHECK(p != nullptr);
    return p;
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Unexpected u) : error_(std::move(u.error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] const Error& error() const& {
    SK_CHECK(error_.has_value());
    return *error_;
  }
  [[nodiscard]] Error&& error() && {
    SK_CHECK(error_.has_value());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace stoepkrijt

#define SK_CONCAT_INNER(a, b) a##b
#define SK_CONCAT(a, b) SK_CONCAT_INNER(a, b)

/// SK_TRY(name, expression): on a value, declares `name` with it; on an error, returns the error to the caller.
#define SK_TRY(name, expression)                                                                                       \
  auto SK_CONCAT(sk_result_, __LINE__) = (expression);                                                                 \
  if (!SK_CONCAT(sk_result_, __LINE__)) return ::stoepkrijt::fail(std::move(SK_CONCAT(sk_result_, __LINE__)).error()); \
  auto name = std::move(SK_CONCAT(sk_result_, __LINE__)).value()

/// SK_TRY_VOID(expression): returns the error to the caller, if there is one.
#define SK_TRY_VOID(expression)                                                        \
  do {                                                                                 \
    auto sk_result_void = (expression);                                                \
    if (!sk_result_void) return ::stoepkrijt::fail(std::move(sk_result_void).error()); \
  } while (false)
