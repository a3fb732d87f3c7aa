// Points in time as text: RFC 3339, dates, ages. Pure; the clock is a port of core.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace memdir {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

// Reads a date (midnight UTC) or an RFC 3339 time, with or without fraction, seconds or offset; a
// blank is accepted for the 'T', and no offset means UTC. Digits after milliseconds are dropped.
[[nodiscard]] std::optional<TimePoint> parse_time(std::string_view text);

// "2026-03-14T09:26:53Z", with ".589" before the Z where there are milliseconds.
[[nodiscard]] std::string format_time(TimePoint time);

// Whole days from `then` to `now`; 0 where `then` lies ahead.
[[nodiscard]] std::int64_t days_between(TimePoint then, TimePoint now);

// A short age for tables: "now", "5m", "3h", "12d", "14mo", "3y".
[[nodiscard]] std::string format_age(TimePoint then, TimePoint now);

}  // namespace memdir
