// The twins in memory answer as the real thing: one list of checks, run against both.
#include "core/ports/fakes.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "core/ports/posix_file_system.hpp"
#include "tests/scratch.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

constexpr std::uint64_t kMax = 100;

// "ok: ..." or the kind of the error, so that answers compare and failures explain themselves.
std::string show(const Error& error) {
  const char* names[] = {"usage",   "not_found", "invalid_input", "conflict",
                         "refused", "io",        "internal"};
  return std::string(names[static_cast<int>(error.kind)]) + ": " + error.message + " [" +
         error.path + "]";
}

std::string show(FileKind kind) {
  const char* names[] = {"missing", "regular", "directory", "symlink", "other"};
  return names[static_cast<int>(kind)];
}

std::string show(const Result<FileText>& result) {
  return result ? "ok: " + result->text : show(result.error());
}
std::string show(const Result<std::string>& result) {
  return result ? "ok: " + *result : show(result.error());
}
std::string show(const Result<FileStat>& result) {
  if (!result) return show(result.error());
  const bool sized = result->kind == FileKind::regular;
  return "ok: " + show(result->kind) + (sized ? " " + std::to_string(result->size) : "");
}
std::string show(const Status& result) { return result ? "ok" : show(result.error()); }
std::string show(const Result<std::vector<DirEntry>>& result) {
  if (!result) return show(result.error());
  std::string text = "ok:";
  for (const auto& entry : *result) text += " " + entry.name + "=" + show(entry.kind);
  return text;
}
std::string show(const Result<std::unique_ptr<Directory>>& result) {
  return result ? "ok" : show(result.error());
}

// The same tree on both: built by these five, below `root`.
struct Builder {
  std::function<void(const std::string& path, const std::string& text)> file;
  std::function<void(const std::string& path)> directory;
  std::function<void(const std::string& path, const std::string& target)> link;
  std::function<void(const std::string& path)> fifo;
};

void build(const Builder& make) {
  make.directory("/m");
  make.directory("/m/sub");
  make.directory("/m/empty");
  make.directory("/other");
  make.file("/m/a.md", "alpha");
  make.file("/m/B.md", "");
  make.file("/m/a-b.md", "dash");
  make.file("/m/sub/c.md", "gamma");
  make.file("/m/large", std::string(kMax + 1, 'x'));
  make.file("/other/out.md", "outside");
  make.link("/m/link", "a.md");
  make.link("/m/updir", "../other");
  make.link("/m/dangling", "nowhere");
  make.link("/m/circle", "circle");
  make.link("/way", "m/sub");
  make.fifo("/m/fifo");
}

std::vector<std::string> answers_of_directory(const FileSystem& files, const std::string& root) {
  std::vector<std::string> answers;
  const auto opened = files.open_directory(root + "/m");
  REQUIRE(opened);
  const auto& directory = **opened;
  const std::string names[] = {
      "a.md",        "B.md",       "sub/c.md",     "sub",      "empty",           "large",
      "link",        "updir",      "updir/out.md", "dangling", "circle",          "fifo",
      "nobody",      "sub/nobody", "nobody/x",     "a.md/x",   "../other/out.md", "/m/a.md",
      "sub/../a.md", "./a.md",     "sub/",         "",         "fifo/x"};
  for (const auto& name : names) {
    answers.push_back("read '" + name + "' " + show(directory.read(name, kMax)));
    answers.push_back("stat '" + name + "' " + show(directory.stat(name)));
    answers.push_back("list '" + name + "' " + show(directory.list(name)));
  }
  for (const auto* name : {"new", "a.md", "sub/new", "nobody/new", "a.md/new", "updir/new", "link",
                           "dangling", "../new", "fifo", "sub"}) {
    answers.push_back(std::string("create ") + name + " " + show(directory.create_file(name)));
  }
  answers.push_back("then " + show(directory.list("")));
  answers.push_back("then " + show(directory.read("new", kMax)));
  return answers;
}

std::vector<std::string> answers_of_files(const FileSystem& files, const std::string& root) {
  std::vector<std::string> answers;
  for (const auto* name :
       {"/m/a.md", "/m", "/m/link", "/m/updir/out.md", "/m/dangling", "/m/fifo", "/m/large", "/no",
        "/no/where", "/way/c.md", "/way/../a.md", "/m/a.md/x", "/m//sub/./c.md", "/way"}) {
    const auto path = root + name;
    answers.push_back(std::string("kind ") + name + " " + show(files.kind(path)));
    answers.push_back(std::string("read ") + name + " " + show(files.read(path, kMax)));
    answers.push_back(std::string("start ") + name + " " + show(files.read_start(path, 3)));
    answers.push_back(std::string("list ") + name + " " + show(files.list(path)));
    answers.push_back(std::string("real ") + name + " " + show(files.real_path(path)));
    answers.push_back(std::string("stat ") + name + " " + show(files.stat(path)));
    answers.push_back(std::string("open ") + name + " " + show(files.open_directory(path)));
  }
  for (const auto* name : {"/new/deep/er", "/m/sub", "/m/a.md", "/m/a.md/x", "/way/made"}) {
    answers.push_back(std::string("make ") + name + " " +
                      show(files.make_directories(root + name)));
  }
  answers.push_back("then " + show(files.kind(root + "/new/deep/er")));
  answers.push_back("then " + show(files.kind(root + "/m/sub/made")));
  return answers;
}

using Answers = std::vector<std::string> (*)(const FileSystem&, const std::string&);

std::vector<std::string> ask_real(Answers answers) {
  const Scratch scratch;
  const auto at = [&](const std::string& path) { return scratch.path() + path; };
  build(
      {.file = [&](auto& path, auto& text) { std::ofstream(at(path)) << text; },
       .directory = [&](auto& path) { REQUIRE(::mkdir(at(path).c_str(), 0700) == 0); },
       .link = [&](auto& path, auto& to) { REQUIRE(::symlink(to.c_str(), at(path).c_str()) == 0); },
       .fifo = [&](auto& path) { REQUIRE(::mkfifo(at(path).c_str(), 0600) == 0); }});
  auto result = answers(*make_posix_file_system(), scratch.path());
  for (auto& answer : result) {  // the scratch directory's name is nobody's business
    for (auto found = answer.find(scratch.path()); found != std::string::npos;
         found = answer.find(scratch.path())) {
      answer.replace(found, scratch.path().size(), "/r");
    }
  }
  return result;
}

std::vector<std::string> ask_fake(Answers answers) {
  FakeFileSystem disk;
  const auto at = [&](const std::string& path) { return "/r" + path; };
  build({.file = [&](auto& path, auto& text) { disk.put(at(path), text); },
         .directory = [&](auto& path) { disk.put_directory(at(path)); },
         .link = [&](auto& path, auto& to) { disk.put_link(at(path), to); },
         .fifo = [&](auto& path) { disk.put_other(at(path)); }});
  return answers(disk, "/r");
}

void check_same(Answers answers) {
  const auto real = ask_real(answers);
  const auto fake = ask_fake(answers);
  REQUIRE(real.size() == fake.size());
  for (std::size_t i = 0; i < real.size(); ++i) CHECK(fake[i] == real[i]);
}

}  // namespace

TEST_CASE("the directory in memory answers as the real one") { check_same(answers_of_directory); }

TEST_CASE("the file system in memory answers as the real one") { check_same(answers_of_files); }

TEST_CASE("the n-th call fails and no other") {
  FakeFileSystem disk;
  disk.put("/m/a.md", "text");
  disk.fail_at(2);
  CHECK(disk.read("/m/a.md", kMax));
  CHECK_FALSE(disk.fault_hit());
  const auto failed = disk.read("/m/a.md", kMax);
  CHECK(failed.error().kind == ErrorKind::io);
  CHECK(disk.fault_hit());
  CHECK(disk.read("/m/a.md", kMax));
  disk.fail_at(1);
  CHECK(disk.kind("/m/a.md") == FileKind::missing);
  disk.fail_at(0);
  CHECK(disk.kind("/m/a.md") == FileKind::regular);
  CHECK_FALSE(disk.fault_hit());
}

TEST_CASE("an opened directory shares the calls that are counted") {
  FakeFileSystem disk;
  disk.put("/m/a.md", "text");
  const auto directory = disk.open_directory("/m");
  disk.fail_at(1);
  CHECK((*directory)->read("a.md", kMax).error().kind == ErrorKind::io);
  CHECK((*directory)->read("a.md", kMax)->text == "text");
}

TEST_CASE("what is made unreadable is refused with a next step") {
  FakeFileSystem disk;
  disk.put("/m/a.md", "text");
  disk.make_unreadable("/m/a.md");
  disk.make_unreadable("/m");
  CHECK(disk.read("/m/a.md", kMax).error().kind == ErrorKind::io);
  CHECK(disk.list("/m").error().kind == ErrorKind::io);
  CHECK(disk.kind("/m") == FileKind::directory);
}

TEST_CASE("times are what they were put as") {
  FakeFileSystem disk;
  disk.put("/m/a.md", "text", 1'500'000'000'999'999'999);
  CHECK(format_time(disk.stat("/m/a.md")->mtime()) == "2017-07-14T02:40:00.999Z");
}

TEST_CASE("the environment in memory is a map") {
  FakeEnvironment environment;
  environment.variables = {{"A", "1"}, {"B", ""}};
  CHECK(environment.get("A") == "1");
  CHECK(environment.get("B") == "");
  CHECK_FALSE(environment.get_filled("B"));
  CHECK_FALSE(environment.get("C"));
  environment.directory = "";
  CHECK(environment.working_directory().error().kind == ErrorKind::io);
}
