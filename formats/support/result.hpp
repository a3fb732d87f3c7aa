// Result<T>: a value or an Error. Failure travels as a value; only cli/app.cpp prints it.
#pragma once

#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace memdir {

// What kind of failure, for callers to branch on; the text of a message is for people only.
enum class ErrorKind { usage, not_found, invalid_input, conflict, refused, io, internal };

struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string message{};  // "no memory named 'x'": lower case, no final period
  std::string path{};     // the file it is about, empty if none
  std::size_t line = 0;   // 1-based, 0 is the whole file
  std::string hint{};     // one thing the user can do next, empty if none
};

// The names are a subset of std::expected's, which C++20 lacks.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& { return std::get<1>(state_); }
  [[nodiscard]] Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  T& value() {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  [[nodiscard]] bool has_value() const { return !error_; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const Error& error() const& { return *error_; }
  [[nodiscard]] Error&& error() && { return *std::move(error_); }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace memdir

// Our only macros. Variadic, so that an expression may hold commas; the temporary's name comes from
// __COUNTER__, so that they nest inside lambdas inside each other.
#define MEMDIR_CONCAT_(a, b) a##b
#define MEMDIR_CONCAT(a, b) MEMDIR_CONCAT_(a, b)
#define MEMDIR_TRY_(temporary, ...)                      \
  do {                                                   \
    auto temporary = (__VA_ARGS__);                      \
    if (!temporary) return std::move(temporary).error(); \
  } while (false)
#define MEMDIR_TRY_ASSIGN_(temporary, declaration, ...) \
  auto temporary = (__VA_ARGS__);                       \
  if (!temporary) return std::move(temporary).error();  \
  declaration = *std::move(temporary)

// Returns the error of a Result to the caller, if there is one.
#define MEMDIR_TRY(...) MEMDIR_TRY_(MEMDIR_CONCAT(memdir_try_, __COUNTER__), __VA_ARGS__)
// The same, else unwraps the value into the declaration: MEMDIR_TRY_ASSIGN(const auto x, load());
#define MEMDIR_TRY_ASSIGN(declaration, ...) \
  MEMDIR_TRY_ASSIGN_(MEMDIR_CONCAT(memdir_try_, __COUNTER__), declaration, __VA_ARGS__)
