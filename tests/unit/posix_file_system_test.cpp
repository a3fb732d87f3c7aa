// The real file system, on a real directory: what hangs, leads out or lies in wait. All of it with
// openat2 and with what is done where that call is missing.
#include "core/ports/posix_file_system.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <fstream>
#include <thread>

#include "core/ports/clock.hpp"
#include "core/ports/fakes.hpp"
#include "core/ports/terminal.hpp"
#include "formats/support/text.hpp"
#include "tests/scratch.hpp"

using namespace memdir;
using namespace memdir::core;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t kMax = 1000;

void write(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

// A scratch directory opened as a memory directory, once by each way of resolving names.
struct Opened {
  Scratch scratch{};
  std::string dir = scratch / "memory";

  template <class Check>
  void both_ways(const Check& check) const {
    for (const auto way : {Openat2::where_possible, Openat2::never}) {
      CAPTURE(static_cast<int>(way));
      const auto files = make_posix_file_system(way);
      const auto opened = files->open_directory(dir);
      REQUIRE(opened);
      check(**opened);
    }
  }

  Opened() { REQUIRE(::mkdir(dir.c_str(), 0700) == 0); }
  [[nodiscard]] std::string operator/(const std::string& name) const { return dir + "/" + name; }
};

ErrorKind error_of(const Result<FileText>& result) {
  REQUIRE_FALSE(result);
  CHECK_FALSE(result.error().message.empty());
  return result.error().kind;
}

}  // namespace

TEST_CASE("regular files are read whole and never beyond the limit") {
  const Opened memory;
  write(memory / "a.md", "one\n\0two\r\n"s);
  write(memory / "empty.md", "");
  write(memory / "exact.md", std::string(kMax, 'x'));
  write(memory / "large.md", std::string(kMax + 1, 'x'));
  ::mkdir((memory / "sub").c_str(), 0700);
  write(memory / "sub/b.md", "below");
  memory.both_ways([](const Directory& directory) {
    const auto a = directory.read("a.md", kMax);
    REQUIRE(a);
    CHECK(a->text == "one\n\0two\r\n"s);
    CHECK(a->stat.kind == FileKind::regular);
    CHECK(a->stat.size == a->text.size());
    CHECK(a->stat.links == 1);
    CHECK(a->stat.mtime_ns > 1'600'000'000'000'000'000);
    CHECK(directory.read("empty.md", kMax)->text.empty());
    CHECK(directory.read("empty.md", 0)->text.empty());
    CHECK(directory.read("exact.md", kMax)->text.size() == kMax);
    CHECK(directory.read("sub/b.md", kMax)->text == "below");
    const auto large = directory.read("large.md", kMax);
    CHECK(error_of(large) == ErrorKind::invalid_input);
    CHECK(large.error().message == "larger than 1,000 bytes");
    CHECK(large.error().path == "large.md");
  });
}

TEST_CASE("what is no regular file is refused at once") {
  const Opened memory;
  write(memory / "real.md", "text");
  write(memory.scratch / "outside.md", "secret");
  ::mkdir((memory / "dir.md").c_str(), 0700);
  REQUIRE(::mkfifo((memory / "fifo.md").c_str(), 0600) == 0);
  REQUIRE(::symlink("real.md", (memory / "link.md").c_str()) == 0);
  REQUIRE(::symlink("../outside.md", (memory / "out.md").c_str()) == 0);
  REQUIRE(::symlink("nowhere", (memory / "dangling.md").c_str()) == 0);
  REQUIRE(::symlink("..", (memory / "up").c_str()) == 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  const auto path = memory / "socket.md";
  REQUIRE(path.size() < sizeof address.sun_path);
  std::memcpy(address.sun_path, path.c_str(), path.size());
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  memory.both_ways([](const Directory& directory) {
    for (const auto* name : {"dir.md", "fifo.md", "link.md", "out.md", "dangling.md", "socket.md",
                             "up/outside.md", "up", ""}) {
      CAPTURE(name);
      CHECK(error_of(directory.read(name, kMax)) == ErrorKind::refused);
    }
    CHECK(directory.stat("link.md")->kind == FileKind::symlink);
    CHECK(directory.stat("fifo.md")->kind == FileKind::other);
    CHECK(directory.stat("up/outside.md").error().kind == ErrorKind::refused);
    CHECK(directory.list("up").error().kind == ErrorKind::refused);
    CHECK(directory.create_file("up/new.md").error().kind == ErrorKind::refused);
  });
  CHECK(::access((memory.scratch / "new.md").c_str(), F_OK) != 0);
  ::close(socket);
}

TEST_CASE("a device is refused") {
  const auto files = make_posix_file_system();
  const auto dev = files->open_directory("/dev");
  REQUIRE(dev);
  CHECK(error_of((*dev)->read("null", kMax)) == ErrorKind::refused);
  CHECK(error_of((*dev)->read("zero", kMax)) == ErrorKind::refused);
  CHECK(files->read("/dev/zero", kMax).error().kind == ErrorKind::refused);
}

TEST_CASE("no name leads out") {
  const Opened memory;
  ::mkdir((memory / "sub").c_str(), 0700);
  write(memory / "sub/a.md", "x");
  memory.both_ways([&](const Directory& directory) {
    for (const auto& name :
         {"../memory/sub/a.md"s, "sub/../../x"s, ".."s, "sub/.."s, "/etc/passwd"s, "sub//a.md"s,
          "./sub/a.md"s, "sub/a.md/"s, "sub/a.md\0.txt"s, memory / "sub/a.md"}) {
      CAPTURE(name);
      CHECK(error_of(directory.read(name, kMax)) == ErrorKind::refused);
      CHECK(directory.stat(name).error().kind == ErrorKind::refused);
      CHECK(directory.list(name).error().kind == ErrorKind::refused);
      CHECK(directory.create_file(name).error().kind == ErrorKind::refused);
    }
    CHECK(directory.read("..a.md", kMax).error().kind == ErrorKind::not_found);
  });
}

TEST_CASE("what is missing is not found") {
  const Opened memory;
  write(memory / "file.md", "x");
  memory.both_ways([](const Directory& directory) {
    CHECK(error_of(directory.read("nobody.md", kMax)) == ErrorKind::not_found);
    CHECK(error_of(directory.read("sub/nobody.md", kMax)) == ErrorKind::not_found);
    CHECK(error_of(directory.read("file.md/below", kMax)) == ErrorKind::not_found);
    CHECK(error_of(directory.read(std::string(300, 'x'), kMax)) == ErrorKind::invalid_input);
    CHECK(directory.stat("nobody.md").error().kind == ErrorKind::not_found);
    CHECK(directory.list("nobody").error().kind == ErrorKind::not_found);
    CHECK(directory.list("file.md").error().kind == ErrorKind::invalid_input);
  });
}

TEST_CASE("a listing is in byte order and keeps every byte of a name") {
  const Opened memory;
  const std::string names[] = {".hidden", "A.md",        "a\nb.md", "a.md",
                               "b.md",    "\xC3\xA9.md", "\xFF.md"};
  for (const auto& name : names) write(memory / name, name);
  ::mkdir((memory / "m").c_str(), 0700);
  REQUIRE(::symlink("A.md", (memory / "l").c_str()) == 0);
  REQUIRE(::mkfifo((memory / "f").c_str(), 0600) == 0);
  memory.both_ways([](const Directory& directory) {
    const auto entries = directory.list("");
    REQUIRE(entries);
    std::string all;
    for (const auto& entry : *entries) all += entry.name + "|";
    CHECK(all == ".hidden|A.md|a\nb.md|a.md|b.md|f|l|m|\xC3\xA9.md|\xFF.md|");
    CHECK(entries->at(1).kind == FileKind::regular);
    CHECK(entries->at(5).kind == FileKind::other);
    CHECK(entries->at(6).kind == FileKind::symlink);
    CHECK(entries->at(7).kind == FileKind::directory);
    CHECK(directory.read("a\nb.md", kMax)->text == "a\nb.md");
    CHECK(directory.read("\xFF.md", kMax)->text == "\xFF.md");
    CHECK(directory.list("m")->empty());
  });
}

TEST_CASE("stat tells size and hard links") {
  const Opened memory;
  write(memory / "a.md", "12345");
  REQUIRE(::link((memory / "a.md").c_str(), (memory / "b.md").c_str()) == 0);
  memory.both_ways([](const Directory& directory) {
    CHECK(directory.stat("a.md")->size == 5);
    CHECK(directory.stat("b.md")->links == 2);
    CHECK(directory.stat("")->kind == FileKind::directory);
  });
}

TEST_CASE("a file is created once, for its owner alone") {
  const Opened memory;
  memory.both_ways([&](const Directory& directory) {
    CHECK(directory.create_file("new.md"));
    CHECK(directory.create_file("new.md").error().kind == ErrorKind::conflict);
    CHECK(directory.create_file("nowhere/new.md").error().kind == ErrorKind::not_found);
    struct stat status {};
    REQUIRE(::stat((memory / "new.md").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(status.st_size == 0);
    REQUIRE(::unlink((memory / "new.md").c_str()) == 0);
    REQUIRE(::symlink("elsewhere", (memory / "new.md").c_str()) == 0);
    CHECK(directory.create_file("new.md").error().kind == ErrorKind::conflict);
    REQUIRE(::unlink((memory / "new.md").c_str()) == 0);
  });
}

TEST_CASE("what may not be read is an error with a next step") {
  const Opened memory;
  write(memory / "secret.md", "x");
  ::chmod((memory / "secret.md").c_str(), 0);
  if (::access((memory / "secret.md").c_str(), R_OK) == 0) {
    MESSAGE("skipped: this user may read everything");
    return;
  }
  memory.both_ways([](const Directory& directory) {
    const auto secret = directory.read("secret.md", kMax);
    CHECK(error_of(secret) == ErrorKind::io);
    CHECK(secret.error().message == "permission denied");
    CHECK_FALSE(secret.error().hint.empty());
  });
}

TEST_CASE("a directory is opened through links and stays the one that was opened") {
  const Opened memory;
  write(memory / "a.md", "old");
  REQUIRE(::symlink("memory", (memory.scratch / "link").c_str()) == 0);
  const auto files = make_posix_file_system();
  const auto opened = files->open_directory(memory.scratch / "link");
  REQUIRE(opened);
  REQUIRE(::rename(memory.dir.c_str(), (memory.scratch / "moved").c_str()) == 0);
  CHECK((*opened)->read("a.md", kMax)->text == "old");
  CHECK(files->open_directory(memory.dir).error().kind == ErrorKind::not_found);
  CHECK(files->open_directory(memory.scratch / "moved/a.md").error().kind ==
        ErrorKind::invalid_input);
}

TEST_CASE("paths of the whole file system follow links") {
  const Scratch scratch;
  const auto files = make_posix_file_system();
  write(scratch / "a", "text");
  REQUIRE(::symlink("a", (scratch / "link").c_str()) == 0);
  REQUIRE(::symlink("circle", (scratch / "circle").c_str()) == 0);
  REQUIRE(::mkfifo((scratch / "fifo").c_str(), 0600) == 0);
  CHECK(*files->read(scratch / "link", kMax) == "text");
  CHECK(*files->read_start(scratch / "link", 2) == "te");
  CHECK(*files->read_start(scratch / "link", 4) == "text");
  CHECK(*files->read_start(scratch / "link", 99) == "text");
  CHECK(files->read(scratch / "link", 3).error().kind == ErrorKind::invalid_input);
  CHECK(files->read(scratch / "fifo", kMax).error().kind == ErrorKind::refused);
  CHECK(files->read_start(scratch / "fifo", kMax).error().kind == ErrorKind::refused);
  CHECK(files->read(scratch.path(), kMax).error().kind == ErrorKind::refused);
  CHECK(files->kind(scratch / "link") == FileKind::regular);
  CHECK(files->kind(scratch / "fifo") == FileKind::other);
  CHECK(files->kind(scratch / "circle") == FileKind::missing);
  CHECK(files->kind(scratch.path()) == FileKind::directory);
  CHECK(*files->real_path(scratch / "link") == scratch / "a");
  CHECK(files->real_path(scratch / "nobody").error().kind == ErrorKind::not_found);
  CHECK(files->real_path(scratch / "circle").error().kind == ErrorKind::io);
  CHECK(files->stat(scratch / "link")->size == 4);
  CHECK(files->list(scratch / "a").error().kind == ErrorKind::invalid_input);
}

TEST_CASE("directories are made with their parents for the owner alone") {
  const Scratch scratch;
  const auto files = make_posix_file_system();
  CHECK(files->make_directories(scratch / "a/b/c"));
  CHECK(files->make_directories(scratch / "a/b/c"));
  CHECK(files->make_directories(scratch / "a/b/d/"));
  struct stat status {};
  REQUIRE(::stat((scratch / "a/b").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  write(scratch / "file", "x");
  CHECK(files->make_directories(scratch / "file/below").error().kind == ErrorKind::invalid_input);
  CHECK(files->make_directories(scratch / "file").error().kind == ErrorKind::invalid_input);
}

TEST_CASE("a file that is rewritten meanwhile is never read half and half") {
  const Opened memory;
  const std::string before(40'000, 'a');
  const std::string after(60'000, 'b');
  const auto path = memory / "busy.md";
  write(path, before);
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 0; i < 200 && !stop; ++i) {
      write(path + ".new", i % 2 == 0 ? after : before);
      ::rename((path + ".new").c_str(), path.c_str());
    }
    stop = true;
  });
  memory.both_ways([&](const Directory& directory) {
    while (!stop) {
      const auto content = directory.read("busy.md", 1'000'000);
      if (!content) continue;
      const bool whole = content->text == before || content->text == after;
      if (!whole) stop = true;
      REQUIRE(whole);
    }
  });
  writer.join();
}

TEST_CASE("errors of the file system have no capital and no period") {
  const auto files = make_posix_file_system();
  const auto missing = files->read("/nonexistent/x", kMax);
  CHECK(missing.error().message == "no such file or directory");
  CHECK(missing.error().path == "/nonexistent/x");
}

TEST_CASE("the clock is fixed by MEMDIR_NOW") {
  FakeEnvironment environment;
  environment.variables["MEMDIR_NOW"] = "2001-02-03T04:05:06Z";
  CHECK(format_time(*read_clock(environment)) == "2001-02-03T04:05:06Z");
  environment.variables["MEMDIR_NOW"] = "soon";
  const auto bad = read_clock(environment);
  CHECK(bad.error().kind == ErrorKind::usage);
  CHECK(bad.error().message == "MEMDIR_NOW is not a time: 'soon'");
  environment.variables["MEMDIR_NOW"] = "";
  CHECK(*read_clock(environment) > *parse_time("2020-01-01"));
}

TEST_CASE("the terminal says what it is") {
  const auto info = read_terminal();
  CHECK_FALSE(info.host.empty());
  if (!info.out_is_terminal) CHECK_FALSE(info.columns.has_value());
}
