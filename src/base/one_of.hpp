// One value of a fixed list of types: what std::variant is, for long lists that many files pass on and few look into.
//
// A std::variant compiles its copies, moves and its destructor anew in each file that holds one, a table of functions
// for each of them. With thirty alternatives that took longer than all the rest of a file (docs/decisions/0036). Here
// only the file that looks inside knows of more than the one type it makes.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace stoepkrijt {

/// A list of types, each once.
template <class... Of>
struct Kinds {
  template <class T>
  static constexpr bool kHas = (std::is_same_v<T, Of> || ...);
  /// The number of T in the list; -1 when it is not there.
  template <class T>
  static constexpr int kIndex = [] {
    int n = 0;
    const bool found = ((std::is_same_v<T, Of> || (++n, false)) || ...);
    return found ? n : -1;
  }();
};

/// A value of one of `Of`. Never empty, but after a move; copies share what cannot change.
template <class... Of>
class OneOf {
 public:
  using All = Kinds<Of...>;

  template <class T>
    requires(All::template kHas<T>)
  OneOf(T what)  // NOLINT(google-explicit-constructor): one of them is said where any is wanted
      : kind_(All::template kIndex<T>), what_(std::make_shared<const T>(std::move(what))) {}

  template <class T>
    requires(All::template kHas<T>)
  [[nodiscard]] bool is() const {
    return kind_ == All::template kIndex<T>;
  }
  /// What it is, or nullptr when it is another. It lives as long as this or a copy of it.
  template <class T>
  [[nodiscard]] const T* get_if() const {
    return is<T>() ? static_cast<const T*>(what_.get()) : nullptr;
  }
  /// Calls `f` with the value as what it is.
  template <class F>
  void visit(F&& f) const {
    ((is<Of>() ? f(*static_cast<const Of*>(what_.get())) : void()), ...);
  }

 private:
  int kind_;
  std::shared_ptr<const void> what_;
};

}  // namespace stoepkrijt
