// See letters.hpp. Mail programs know little CSS: styles stand in the elements, nothing is loaded.
#include "backend/mail/letters.hpp"

#include "backend/http/pages.hpp"
#include "shared/texts/mail.hpp"

#include <span>

namespace carnet {
namespace {

namespace words = texts::mail;

constexpr NewsKind kinds[] = {
    {"to_approve", words::kind_to_approve, words::approve_subject, words::approve_item},
    {"message", words::kind_message, words::message_subject, words::message_item},
    {"document", words::kind_document, words::document_subject, words::document_item},
};

// Builds both forms side by side.
class Writer {
  public:
    explicit Writer(const LetterFrame& frame) : _frame(frame) {
        _html = "<!doctype html>\n<html lang=\"" + std::string(language_tag(frame.language)) +
                "\">\n<body style=\"margin:0;padding:24px;background:#faf9f6;color:#1b1a18;"
                "font:16px/1.5 Inter,system-ui,sans-serif\">\n"
                "<div style=\"max-width:34rem;margin:0 auto;padding:24px;background:#ffffff;"
                "border:1px solid #e4e1da;border-radius:10px\">\n"
                "<p style=\"margin:0 0 16px;font-weight:600;color:#2743b4\">" +
                escape_html(frame.workspace) + "</p>\n";
        paragraph(fill(tr(words::hello, frame.language), {{"name", frame.to_name}}));
    }
    void paragraph(const std::string& text) {
        _text += text + "\n\n";
        _html += "<p style=\"margin:0 0 16px\">" + escape_html(text) + "</p>\n";
    }
    void paragraph(const Text& text, std::initializer_list<Placeholder> values = {}) {
        paragraph(fill(tr(text, _frame.language), values));
    }
    void button(const Text& label, const std::string& link) {
        const std::string name = tr(label, _frame.language);
        _text += name + "\n" + link + "\n\n";
        _html += "<p style=\"margin:0 0 16px\"><a href=\"" + escape_html(link) +
                 "\" style=\"display:inline-block;padding:10px 18px;background:#2f4fcf;"
                 "color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600\">" +
                 escape_html(name) + "</a></p>\n";
    }
    void item(const std::string& text, const std::string& link) {
        _text += "- " + text + "\n  " + link + "\n\n";
        _html += "<p style=\"margin:0 0 12px\"><a href=\"" + escape_html(link) +
                 "\" style=\"color:#2743b4\">" + escape_html(text) + "</a></p>\n";
    }
    void small_link(const std::string& text, const std::string& link) {
        _foot_text += text + "\n" + link + "\n";
        _foot_html += "<br>\n<a href=\"" + escape_html(link) + "\" style=\"color:#5c5850\">" +
                      escape_html(text) + "</a>";
    }
    Letter finish(std::string subject) {
        const std::string foot =
            fill(tr(words::footer, _frame.language), {{"workspace", _frame.workspace}});
        _text += "-- \n" + foot + "\n" + _foot_text;
        _html += "<p style=\"margin:24px 0 0;font-size:13px;color:#5c5850\">" + escape_html(foot) +
                 _foot_html + "</p>\n</div>\n</body>\n</html>\n";
        return {std::move(subject), std::move(_text), std::move(_html)};
    }

  private:
    const LetterFrame& _frame;
    std::string _text, _html, _foot_text, _foot_html;
};

std::string filled(const Text& text, const LetterFrame& frame) {
    return fill(tr(text, frame.language), {{"workspace", frame.workspace}});
}

} // namespace

Letter invitation_letter(const LetterFrame& frame, const InvitationWords& invitation) {
    Writer writer(frame);
    writer.paragraph(
        words::invitation_body,
        {{"sender", invitation.sender},
         {"workspace", frame.workspace},
         {"client", invitation.client}}
    );
    writer.paragraph(words::invitation_password);
    if (invitation.known)
        writer.paragraph(words::invitation_known);
    writer.button(words::invitation_button, invitation.link);
    writer.paragraph(words::invitation_unexpected, {{"workspace", frame.workspace}});
    return writer.finish(filled(words::invitation_subject, frame));
}

Letter reset_letter(const LetterFrame& frame, const std::string& link) {
    Writer writer(frame);
    writer.paragraph(words::reset_body);
    writer.button(words::reset_button, link);
    writer.paragraph(words::reset_unexpected);
    return writer.finish(filled(words::reset_subject, frame));
}

Letter test_letter(const LetterFrame& frame) {
    Writer writer(frame);
    writer.paragraph(words::test_body);
    return writer.finish(filled(words::test_subject, frame));
}

std::span<const NewsKind> news_kinds() {
    return kinds;
}

const NewsKind* find_news_kind(std::string_view name) {
    for (const NewsKind& kind : kinds)
        if (kind.name == name)
            return &kind;
    return nullptr;
}

Letter news_letter(
    const LetterFrame& frame,
    const std::vector<NewsItem>& items,
    const std::string& portal,
    const std::vector<OffLink>& off
) {
    Writer writer(frame);
    for (const NewsItem& item : items) {
        const std::string sentence = fill(
            tr(item.kind->item, frame.language), {{"name", item.subject}, {"client", item.client}}
        );
        writer.item(sentence, item.link);
    }
    writer.button(words::news_button, portal);
    for (const OffLink& link : off) {
        const std::string kind = tr(link.kind->label, frame.language);
        writer.small_link(fill(tr(words::off_link, frame.language), {{"kind", kind}}), link.link);
    }
    if (items.size() == 1)
        return writer.finish(
            fill(tr(items[0].kind->subject, frame.language), {{"name", items[0].subject}})
        );
    return writer.finish(fill(
        tr(words::news_subject, frame.language),
        {{"count", std::to_string(items.size())}, {"workspace", frame.workspace}}
    ));
}

} // namespace carnet
