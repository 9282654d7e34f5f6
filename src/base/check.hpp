// SK_CHECK: a broken invariant stops the program with place and condition. Never used on what a user gives us.
#pragma once

namespace stoepkrijt {

[[noreturn]] void check_failed(const char* file, int line, const char* condition) noexcept;

}  // namespace stoepkrijt

#define SK_CHECK(condition)                                       \
  do {                                                            \
    if (!(condition)) [[unlikely]]                                \
      ::stoepkrijt::check_failed(__FILE__, __LINE__, #condition); \
  } while (false)
