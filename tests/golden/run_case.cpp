// Runs one golden transcript: the commands of a case file, each with the stdout, the stderr and the
// exit status it must have, in an empty directory and an empty environment.
//
//   run_case CASE_FILE MEMDIR_BINARY FIXTURES_DIR [--update]
//
//   # comment          ignored
//   fixture NAME       copies what is in FIXTURES_DIR/NAME into the directory, all files of one age
//   setup COMMAND      runs silently and must succeed: for what git cannot hold (FIFOs, odd names)
//   $ COMMAND          runs through /bin/sh with nothing on stdin
//   > LINE             of its stdout; a line '%no-newline' follows a last line without one
//   ! LINE             of its stderr, likewise
//   ? STATUS           if not 0
//
// The directory is called $WORK, in commands and in what they print, and $SLUG where its path is
// spelled the way project folders are named. Nothing else is normalised. Exit status: 0 all as
// written, 1 a difference (the directory is kept), 2 the case could not be run.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kNow = "2001-02-03T04:05:06Z";
constexpr time_t kNowSeconds = 981173106;
constexpr int kAsWritten = 0;
constexpr int kDiffers = 1;
constexpr int kBroken = 2;

enum class StepKind { text, fixture, setup, command };

// A line of the case, and for a command the lines of its expectation. What stands between an
// expectation and the next command is text, kept on an update.
struct Step {
  StepKind kind = StepKind::text;
  std::size_t line = 0;
  std::string source{};    // the line as it stands
  std::string argument{};  // what follows the keyword
  std::vector<std::string> expected{};
};

struct Case {
  std::vector<Step> steps{};
  std::string problem{};  // empty: the file was understood
};

struct Sandbox {
  fs::path scratch{};  // holds all of it
  fs::path work{};     // where commands run
  std::string slug{};  // the path of `work` as a project folder is named
  std::vector<std::string> environment{};
};

struct Outcome {
  std::string out{};
  std::string err{};
  int status = 0;
};

// ---- Text ------------------------------------------------------------------------------------

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// ---- The case file -----------------------------------------------------------------------------

bool is_expectation(std::string_view line) {
  return line.starts_with('>') || line.starts_with('!') || line.starts_with('?') ||
         line == "%no-newline";
}

Step read_step(const std::string& line, std::size_t number) {
  Step step{.kind = StepKind::text, .line = number, .source = line};
  const auto take = [&](std::string_view keyword, StepKind kind) {
    if (!line.starts_with(keyword)) return;
    step.kind = kind;
    step.argument = line.substr(keyword.size());
  };
  take("fixture ", StepKind::fixture);
  take("setup ", StepKind::setup);
  take("$ ", StepKind::command);
  return step;
}

Case parse_case(std::string_view text) {
  Case result;
  std::optional<std::size_t> command;  // the step whose expectation is being read
  std::size_t number = 0;
  for (const auto& line : split_lines(text)) {
    const auto place = std::to_string(++number) + ": ";
    if (is_expectation(line)) {
      if (!command) return {.problem = place + "an expectation without a command above it"};
      result.steps[*command].expected.push_back(line);
      continue;
    }
    auto step = read_step(line, number);
    if (step.kind == StepKind::command) command = result.steps.size();
    if (step.kind == StepKind::fixture || step.kind == StepKind::setup) command.reset();
    if (step.kind == StepKind::text && !line.empty() && !line.starts_with('#')) {
      return {.problem = place + "cannot make sense of '" + line + "'"};
    }
    result.steps.push_back(std::move(step));
  }
  return result;
}

// ---- Running -----------------------------------------------------------------------------------

std::optional<Sandbox> make_sandbox(const fs::path& memdir) {
  std::error_code failure;
  const auto base = fs::canonical(fs::temp_directory_path(failure), failure);
  std::string pattern = (base / "memdir-case-XXXXXX").string();
  if (failure || ::mkdtemp(pattern.data()) == nullptr) return std::nullopt;
  Sandbox box{.scratch = pattern, .work = fs::path(pattern) / "work"};
  if (!fs::create_directory(box.work, failure)) return std::nullopt;

  box.slug = box.work.string();
  for (auto& c : box.slug) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '-';
  }
  box.environment = {"PATH=" + memdir.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin",
                     "HOME=" + box.work.string(),
                     "LC_ALL=C.UTF-8",
                     "TZ=UTC",
                     "COLUMNS=80",
                     "MEMDIR_NOW=" + std::string(kNow)};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) {
      box.environment.push_back(std::string(name) + "=" + value);
    }
  }
  return box;
}

void remove_sandbox(const Sandbox& box) {
  std::error_code failure;
  fs::remove_all(box.scratch, failure);
  if (!failure) return;
  // A case may have taken rights away from its own directories.
  for (fs::recursive_directory_iterator at(box.scratch, failure), end; !failure && at != end;) {
    if (at->is_directory(failure)) fs::permissions(at->path(), fs::perms::owner_all, failure);
    at.increment(failure);
  }
  fs::remove_all(box.scratch, failure);
}

// Files get one time, so that ages do not depend on when the tree was checked out.
bool copy_fixture(const fs::path& from, const fs::path& to) {
  std::error_code failure;
  if (!fs::is_directory(from, failure)) return false;
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks, failure);
  if (failure) return false;
  const timespec times[2] = {{.tv_sec = kNowSeconds, .tv_nsec = 0},
                             {.tv_sec = kNowSeconds, .tv_nsec = 0}};
  for (fs::recursive_directory_iterator at(to, failure), end; !failure && at != end;) {
    ::utimensat(AT_FDCWD, at->path().c_str(), times, AT_SYMLINK_NOFOLLOW);
    at.increment(failure);
  }
  return !failure;
}

[[noreturn]] void become_shell(const Sandbox& box, const std::string& command) {
  const auto open_onto = [](const fs::path& path, int flags, int descriptor) {
    const int file = ::open(path.c_str(), flags, 0600);
    if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(127);
    ::close(file);
  };
  open_onto("/dev/null", O_RDONLY, STDIN_FILENO);
  open_onto(box.scratch / "out", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, STDOUT_FILENO);
  open_onto(box.scratch / "err", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, STDERR_FILENO);
  if (::chdir(box.work.c_str()) != 0) ::_exit(127);
  ::umask(022);
  std::signal(SIGPIPE, SIG_DFL);

  std::vector<char*> environment;
  for (const auto& entry : box.environment) environment.push_back(const_cast<char*>(entry.c_str()));
  environment.push_back(nullptr);
  const char* const words[] = {"sh", "-c", command.c_str(), nullptr};
  ::execve("/bin/sh", const_cast<char* const*>(words), environment.data());
  ::_exit(127);
}

Outcome run_shell(const Sandbox& box, std::string command) {
  replace_all(command, "$WORK", box.work.string());
  replace_all(command, "$SLUG", box.slug);
  const pid_t child = ::fork();
  if (child == 0) become_shell(box, command);
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child)
    return {.err = "cannot run sh\n", .status = 127};
  Outcome outcome{.out = read_file(box.scratch / "out").value_or(""),
                  .err = read_file(box.scratch / "err").value_or(""),
                  .status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  for (auto* text : {&outcome.out, &outcome.err}) {
    replace_all(*text, box.work.string(), "$WORK");
    replace_all(*text, box.slug, "$SLUG");
  }
  return outcome;
}

// ---- Comparing ---------------------------------------------------------------------------------

void write_stream(std::string_view text, char mark, std::vector<std::string>& lines) {
  for (const auto& line : split_lines(text)) {
    lines.push_back(line.empty() ? std::string(1, mark) : std::string{mark, ' '} + line);
  }
  if (!text.empty() && text.back() != '\n') lines.emplace_back("%no-newline");
}

// The outcome the way a case spells it.
std::vector<std::string> write_outcome(const Outcome& outcome) {
  std::vector<std::string> lines;
  write_stream(outcome.out, '>', lines);
  write_stream(outcome.err, '!', lines);
  if (outcome.status != 0) lines.push_back("? " + std::to_string(outcome.status));
  return lines;
}

// Prints a line diff by longest common subsequence: "-" is what the case says.
void print_diff(const std::vector<std::string>& want, const std::vector<std::string>& got) {
  std::vector<std::vector<std::size_t>> common(want.size() + 1,
                                               std::vector<std::size_t>(got.size() + 1, 0));
  for (auto i = want.size(); i-- > 0;) {
    for (auto j = got.size(); j-- > 0;) {
      common[i][j] = want[i] == got[j] ? common[i + 1][j + 1] + 1
                                       : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < want.size() || j < got.size()) {
    if (i < want.size() && j < got.size() && want[i] == got[j]) {
      std::cout << "    " << want[i] << '\n';
      ++i;
      ++j;
    } else if (j == got.size() || (i < want.size() && common[i + 1][j] >= common[i][j + 1])) {
      std::cout << "  - " << want[i++] << '\n';
    } else {
      std::cout << "  + " << got[j++] << '\n';
    }
  }
}

// Runs the steps in order. In the result the expectations are what came out.
int run_steps(std::vector<Step>& steps, const Sandbox& box, const fs::path& fixtures,
              const std::string& name) {
  int result = kAsWritten;
  for (auto& step : steps) {
    const auto place = name + ":" + std::to_string(step.line) + ": ";
    if (step.kind == StepKind::fixture && !copy_fixture(fixtures / step.argument, box.work)) {
      std::cout << place << "cannot copy the fixture '" << step.argument << "'\n";
      return kBroken;
    }
    if (step.kind == StepKind::setup) {
      const auto outcome = run_shell(box, step.argument);
      if (outcome.status == 0) continue;
      std::cout << place << "setup failed with " << outcome.status << '\n'
                << outcome.out << outcome.err;
      return kBroken;
    }
    if (step.kind == StepKind::command) {
      auto got = write_outcome(run_shell(box, step.argument));
      if (got == step.expected) continue;
      result = kDiffers;
      std::cout << place << "$ " << step.argument << '\n';
      print_diff(step.expected, got);
      step.expected = std::move(got);
    }
  }
  return result;
}

bool write_case(const fs::path& path, const std::vector<Step>& steps) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  for (const auto& step : steps) {
    stream << step.source << '\n';
    for (const auto& line : step.expected) stream << line << '\n';
  }
  stream.flush();
  return stream.good();
}

int run_case(const fs::path& path, const fs::path& memdir, const fs::path& fixtures, bool update) {
  const auto text = read_file(path);
  if (!text) {
    std::cout << path.string() << ": cannot be read\n";
    return kBroken;
  }
  auto parsed = parse_case(*text);
  if (!parsed.problem.empty()) {
    std::cout << path.string() << ':' << parsed.problem << '\n';
    return kBroken;
  }
  const auto box = make_sandbox(memdir);
  if (!box) {
    std::cout << "cannot make a temporary directory\n";
    return kBroken;
  }
  const int result = run_steps(parsed.steps, *box, fixtures, path.filename().string());
  if (result == kDiffers && update) {
    remove_sandbox(*box);
    return write_case(path, parsed.steps) ? kAsWritten : kBroken;
  }
  if (result == kAsWritten) {
    remove_sandbox(*box);
  } else {
    std::cout << "kept: " << box->work.string() << '\n';
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool update = words.size() == 4 && words[3] == "--update";
  if (words.size() != 3 && !update) {
    std::cerr << "usage: run_case CASE_FILE MEMDIR_BINARY FIXTURES_DIR [--update]\n";
    return kBroken;
  }
  return run_case(words[0], fs::absolute(words[1]), words[2], update);
}
