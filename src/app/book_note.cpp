#include "app/book_note.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr std::string_view kKey = "book_note";

}  // namespace

BookNote read_note(ports::Preferences& device) {
  const std::string text = device.get(kKey);
  const std::vector<std::string_view> parts = split(text, ' ');
  const auto number = [&](std::size_t index) {
    return index < parts.size()
               ? std::max<std::int64_t>(0, integer_from_text(parts[index]).value_or(0))
               : 0;
  };
  BookNote note{.operations = static_cast<std::size_t>(number(0)),
                .leads = static_cast<std::size_t>(number(1)),
                .erased = static_cast<std::size_t>(number(2)),
                .saved_at = number(3),
                .to_erase = {}};
  for (std::size_t i = 4; i < parts.size(); ++i)
    if (const auto id = id_from_text(parts[i])) note.to_erase.push_back(*id);
  return note;
}

void write_note(ports::Preferences& device, const BookNote& note) {
  std::string text;
  for (const std::size_t number : {note.operations, note.leads, note.erased})
    text += std::to_string(number) + ' ';
  text += std::to_string(note.saved_at);
  for (const Id id : note.to_erase) text += ' ' + text_from_id(id);
  device.set(kKey, text);
}

}  // namespace leadlight::app
