#include "formats/support/time.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "formats/support/text.hpp"

namespace memdir {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Reads from the front of a text; every step answers whether it found what it wanted.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool digits(std::size_t count, int& value) {
    if (rest_.size() < count || !std::ranges::all_of(rest_.substr(0, count), is_ascii_digit)) {
      return false;
    }
    std::from_chars(rest_.data(), rest_.data() + count, value);
    rest_.remove_prefix(count);
    return true;
  }

  bool one_of(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view run_of_digits() {
    const auto end = std::ranges::find_if_not(rest_, is_ascii_digit);
    const auto run = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(run.size());
    return run;
  }

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_date(Reader& in) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!in.digits(4, year) || !in.one_of("-") || !in.digits(2, month) || !in.one_of("-") ||
      !in.digits(2, day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<milliseconds> read_clock(Reader& in) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int fraction = 0;
  if (!in.digits(2, hour) || !in.one_of(":") || !in.digits(2, minute)) return std::nullopt;
  if (in.one_of(":") && !in.digits(2, second)) return std::nullopt;
  if (in.one_of(".,")) {
    auto run = std::string(in.run_of_digits());
    if (run.empty()) return std::nullopt;
    run.resize(3, '0');
    std::from_chars(run.data(), run.data() + 3, fraction);
  }
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;  // 60: a leap second
  return hours(hour) + minutes(minute) + seconds(second) + milliseconds(fraction);
}

std::optional<minutes> read_offset(Reader& in) {
  if (in.done() || in.one_of("Zz")) return minutes(0);
  const bool west = in.peek() == '-';
  int hour = 0;
  int minute = 0;
  if (!in.one_of("+-") || !in.digits(2, hour)) return std::nullopt;
  in.one_of(":");
  if (!in.done() && !in.digits(2, minute)) return std::nullopt;
  if (hour > 23 || minute > 59) return std::nullopt;
  const auto offset = hours(hour) + minutes(minute);
  return west ? -offset : offset;
}

}  // namespace

std::optional<TimePoint> parse_time(std::string_view text) {
  Reader in(text);
  const auto date = read_date(in);
  if (!date) return std::nullopt;
  if (in.done()) return TimePoint(*date);
  if (!in.one_of("Tt ")) return std::nullopt;
  const auto clock = read_clock(in);
  if (!clock) return std::nullopt;
  const auto offset = read_offset(in);
  if (!offset || !in.done()) return std::nullopt;
  return TimePoint(*date) + *clock - *offset;
}

std::string format_time(TimePoint time) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss<milliseconds> clock(time - day);
  char buffer[64];
  const int size = std::snprintf(
      buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()));
  std::string result(buffer, static_cast<std::size_t>(size));
  if (const auto fraction = clock.subseconds().count(); fraction != 0) {
    const int digits = std::snprintf(buffer, sizeof buffer, ".%03d", static_cast<int>(fraction));
    result.append(buffer, static_cast<std::size_t>(digits));
  }
  return result + "Z";
}

std::int64_t days_between(TimePoint then, TimePoint now) {
  return std::max<std::int64_t>(0, std::chrono::floor<days>(now - then).count());
}

std::string format_age(TimePoint then, TimePoint now) {
  const auto elapsed = std::chrono::floor<minutes>(now - then);
  const auto whole_days = days_between(then, now);
  if (elapsed < minutes(1)) return "now";
  if (elapsed < hours(1)) return concat(elapsed.count(), "m");
  if (elapsed < days(1)) return concat(std::chrono::floor<hours>(elapsed).count(), "h");
  if (whole_days < 90) return concat(whole_days, "d");
  if (whole_days < 730) return concat(whole_days / 30, "mo");
  return concat(whole_days / 365, "y");
}

}  // namespace memdir
