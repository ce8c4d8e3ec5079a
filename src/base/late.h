// The page's program comes in two parts: what a person needs to work, and right behind it the rest
// (docs/architecture.md). What only `late::run` calls is in the second part: tools/split.mjs finds
// that out from the program itself. Where the program is whole, as in tests and on the command
// line, this is a plain call.
#pragma once

namespace leadlight::late {

// Whether the second part is there. Platforms whose program is in two say so.
inline bool is_here = true;

// A way into the second part: tools/split.mjs knows it by its name. Never called but by its
// address, so that no optimizer makes it one with its caller.
template <class Call>
[[gnu::noinline]] auto part(Call& call) {
  return call();
}

// What `call` returns; a value of that type without content, and nothing done, while the second
// part is not there.
template <class Call>
auto run(Call call) -> decltype(call()) {
  static decltype(call()) (*volatile address)(Call&) = &part<Call>;
  if (!is_here) return decltype(call())();
  return address(call);
}

}  // namespace leadlight::late
