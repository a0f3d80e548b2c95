// FieldTraits for the member types in use: how a C++ member becomes a Value and back.
#pragma once

#include "shared/schema/field.hpp"

#include <string>
#include <type_traits>

namespace carnet {

template <>
struct FieldTraits<std::string> {
    static Value to_value(const std::string& m) { return m.empty() ? Value{} : Value{m}; }
    static bool from_value(const Value& v, std::string& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m.clear(), true;
        const auto* s = std::get_if<std::string>(&v);
        return s ? (m = *s, true) : false;
    }
};

// Numbers and references; the empty value is 0.
template <>
struct FieldTraits<std::int64_t> {
    static Value to_value(const std::int64_t& m) { return m; }
    static bool from_value(const Value& v, std::int64_t& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m = 0, true;
        const auto* n = std::get_if<std::int64_t>(&v);
        return n ? (m = *n, true) : false;
    }
};

// The identifier of another row; 0, and the empty value, when there is none.
struct Reference {
    std::int64_t id = 0;
    constexpr operator std::int64_t() const { return id; }
    friend constexpr bool operator==(Reference a, Reference b) { return a.id == b.id; }
};
template <>
struct FieldTraits<Reference> {
    static Value to_value(const Reference& m) { return m.id ? Value{m.id} : Value{}; }
    static bool from_value(const Value& v, Reference& m) {
        return FieldTraits<std::int64_t>::from_value(v, m.id);
    }
};

template <>
struct FieldTraits<bool> {
    static Value to_value(const bool& m) { return m; }
    static bool from_value(const Value& v, bool& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m = false, true;
        const auto* b = std::get_if<bool>(&v);
        return b ? (m = *b, true) : false;
    }
};

template <>
struct FieldTraits<Date> {
    static Value to_value(const Date& m) { return m.is_set() ? Value{to_iso(m)} : Value{}; }
    static bool from_value(const Value& v, Date& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m = Date{}, true;
        const auto* s = std::get_if<std::string>(&v);
        const auto date = s ? parse_iso_date(*s) : std::nullopt;
        return date ? (m = *date, true) : false;
    }
};

template <>
struct FieldTraits<Instant> {
    static Value to_value(const Instant& m) { return m.is_set() ? Value{to_iso(m)} : Value{}; }
    static bool from_value(const Value& v, Instant& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m = Instant{}, true;
        const auto* s = std::get_if<std::string>(&v);
        const auto instant = s ? parse_iso_instant(*s) : std::nullopt;
        return instant ? (m = *instant, true) : false;
    }
};

template <>
struct FieldTraits<Ids> {
    static Value to_value(const Ids& m) { return m; }
    static bool from_value(const Value& v, Ids& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m.clear(), true;
        const auto* ids = std::get_if<Ids>(&v);
        return ids ? (m = *ids, true) : false;
    }
};

template <>
struct FieldTraits<Words> {
    static Value to_value(const Words& m) { return m; }
    static bool from_value(const Value& v, Words& m) {
        if (std::holds_alternative<std::monostate>(v))
            return m.clear(), true;
        const auto* words = std::get_if<Words>(&v);
        return words ? (m = *words, true) : false;
    }
};

// Enumerations: enumerator n is row n of the table returned by `choices_of(E)`, found by
// argument-dependent look-up.
template <class E>
requires std::is_enum_v<E>
struct FieldTraits<E> {
    static Value to_value(const E& m) {
        return std::string(choices_of(m)[static_cast<std::size_t>(m)].value);
    }
    static bool from_value(const Value& v, E& m) {
        const auto* s = std::get_if<std::string>(&v);
        if (!s)
            return std::holds_alternative<std::monostate>(v) ? (m = E{}, true) : false;
        const auto choices = choices_of(m);
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i].value == *s)
                return m = static_cast<E>(i), true;
        return false;
    }
};

} // namespace carnet
