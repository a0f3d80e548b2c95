// Builds the tree from nlohmann_json's SAX events: its parser keeps its own stack, so depth is
// checked before anything is allocated for it, and a key given twice is seen (its own tree builder
// silently keeps the last).
#include "shared/core/json.hpp"

#include "shared/texts/validation.hpp"

#include <cmath>

namespace carnet {
namespace {

enum class Refusal { none, malformed, too_deep, duplicate_key, nul, number };

class TreeBuilder {
  public:
    explicit TreeBuilder(int depth) : _depth(static_cast<std::size_t>(depth)) {}

    Json root;
    Refusal refusal = Refusal::none;
    std::string name; // Of the value or key that is refused: "fields.notes.value".

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) {
        return value <= INT64_MAX ? add(static_cast<std::int64_t>(value))
                                  : refuse_value(Refusal::number);
    }
    // Whole numbers beyond 64 bits arrive here too, rounded: refused rather than altered.
    bool number_float(double value, const std::string& literal) {
        const bool whole = literal.find_first_of(".eE") == literal.npos;
        return whole || !std::isfinite(value) ? refuse_value(Refusal::number) : add(value);
    }
    bool string(std::string& value) {
        return value.find('\0') != value.npos ? refuse_value(Refusal::nul) : add(std::move(value));
    }
    bool binary(Json::binary_t&) { return refuse(Refusal::malformed); }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& value) {
        if (value.find('\0') != value.npos)
            return refuse(Refusal::malformed);
        if (_open.back()->contains(value)) {
            name = value;
            return refuse(Refusal::duplicate_key);
        }
        _key = std::move(value);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        constexpr int number_overflow = 406; // Of nlohmann_json: "1e999".
        return error.id == number_overflow ? refuse_value(Refusal::number)
                                           : refuse(Refusal::malformed);
    }

  private:
    bool refuse(Refusal why) {
        if (refusal == Refusal::none)
            refusal = why;
        return false;
    }
    // A parent does not change while a child is open, so that these pointers hold.
    Json* place(Json value) {
        if (_open.empty())
            return root = std::move(value), &root;
        Json& parent = *_open.back();
        if (parent.is_array())
            return parent.push_back(std::move(value)), &parent.back();
        Json& member = parent[_key];
        member = std::move(value);
        return &member;
    }
    bool add(Json value) { return place(std::move(value)), true; }
    bool open(Json container) {
        if (_open.size() >= _depth)
            return refuse(Refusal::too_deep);
        _names.push_back(_open.empty() || _open.back()->is_array() ? "" : _key);
        _open.push_back(place(std::move(container)));
        return true;
    }
    bool close() {
        _open.pop_back();
        _names.pop_back();
        return true;
    }
    // Names the value by the keys on the way to it; items of lists go by their list's.
    bool refuse_value(Refusal why) {
        if (!_open.empty() && _open.back()->is_object())
            _names.push_back(_key);
        for (const std::string& one : _names)
            if (!one.empty())
                name += (name.empty() ? "" : ".") + one;
        return refuse(why);
    }

    std::size_t _depth;
    std::vector<Json*> _open;
    std::vector<std::string> _names; // The keys of what is open.
    std::string _key;
};

Error malformed(const TreeBuilder& builder, Language language) {
    Error error{ErrorCode::malformed, tr(texts::json_malformed, language), {}};
    if (builder.refusal == Refusal::too_deep)
        error.message = tr(texts::json_too_deep, language);
    if (builder.refusal == Refusal::duplicate_key) {
        const std::string name = builder.name.substr(0, 60);
        error.message = fill(tr(texts::json_duplicate_key, language), {{"field", name}});
    }
    if (builder.refusal == Refusal::nul)
        error.message = tr(texts::json_nul, language);
    if (builder.refusal == Refusal::number)
        error.message = tr(texts::json_number, language);
    if (!builder.name.empty())
        error.fields.push_back({.field = builder.name, .message = error.message});
    return error;
}

} // namespace

Result<Json> parse_json(std::string_view text, Language language, JsonLimits limits) {
    if (text.size() > limits.bytes)
        return Error{ErrorCode::too_large, tr(texts::json_too_large, language), {}};
    TreeBuilder builder(limits.depth);
    // nlohmann_json takes a NUL for the end of the text.
    const bool whole = text.find('\0') == text.npos;
    if (!whole || !Json::sax_parse(text.begin(), text.end(), &builder))
        return malformed(builder, language);
    return std::move(builder.root);
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& json_at(const Json& object, std::string_view key) {
    static const Json null_json;
    if (!object.is_object())
        return null_json;
    const auto found = object.find(key);
    return found == object.end() ? null_json : *found;
}

std::string json_string(const Json& object, std::string_view key, std::string_view fallback) {
    const auto* text = json_at(object, key).get_ptr<const std::string*>();
    return text ? *text : std::string(fallback);
}

std::int64_t json_int(const Json& object, std::string_view key, std::int64_t fallback) {
    const Json& value = json_at(object, key);
    if (const auto* number = value.get_ptr<const std::uint64_t*>())
        return *number <= INT64_MAX ? static_cast<std::int64_t>(*number) : fallback;
    const auto* number = value.get_ptr<const std::int64_t*>();
    return number ? *number : fallback;
}

bool json_bool(const Json& object, std::string_view key, bool fallback) {
    const auto* value = json_at(object, key).get_ptr<const bool*>();
    return value ? *value : fallback;
}

} // namespace carnet
