// See portal_certificate.hpp. libharu writes the PDF: fonts, encodings and cross references are not
// ours to invent.
#include "backend/features/portal_certificate.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/files/file_response.hpp"
#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/client.hpp"
#include "shared/texts/server_portal.hpp"

#include <hpdf.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace carnet {

namespace {

// Points. A4, margins of 2 cm.
constexpr float page_width = 595, page_height = 842, margin = 57, label_width = 130;

struct Row {
    Text label;
    std::string value;
    bool fixed_width = false; // Hashes.
};

[[noreturn]] void fail(HPDF_STATUS error, HPDF_STATUS detail, void*) {
    throw std::runtime_error("libharu " + std::to_string(error) + ", " + std::to_string(detail));
}

struct FreePdf {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Pdf = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreePdf>;

// Lines of at most `width`, broken at spaces; words that are too long are cut.
std::vector<std::string> lines_of(HPDF_Page page, const std::string& text, float width) {
    std::vector<std::string> lines;
    for (const auto part : text::split(text, '\n')) {
        std::string rest(part);
        do {
            HPDF_REAL used = 0;
            auto count = HPDF_Page_MeasureText(page, rest.c_str(), width, HPDF_TRUE, &used);
            if (count == 0)
                count = HPDF_Page_MeasureText(page, rest.c_str(), width, HPDF_FALSE, &used);
            if (count == 0)
                break;
            lines.push_back(rest.substr(0, count));
            rest.erase(0, count);
        } while (!rest.empty());
    }
    return lines;
}

class Sheet {
  public:
    explicit Sheet(HPDF_Doc document)
        : _page(HPDF_AddPage(document)),
          _plain(HPDF_GetFont(document, "Helvetica", "WinAnsiEncoding")),
          _bold(HPDF_GetFont(document, "Helvetica-Bold", "WinAnsiEncoding")),
          _fixed(HPDF_GetFont(document, "Courier", "WinAnsiEncoding")) {
        HPDF_Page_SetSize(_page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    }

    void title(const std::string& words) {
        HPDF_Page_SetFontAndSize(_page, _bold, 22);
        line(margin, words, 34);
        HPDF_Page_SetLineWidth(_page, 1);
        HPDF_Page_MoveTo(_page, margin, _y + 8);
        HPDF_Page_LineTo(_page, page_width - margin, _y + 8);
        HPDF_Page_Stroke(_page);
        _y -= 18;
    }

    void row(const std::string& label, const std::string& value, bool fixed) {
        HPDF_Page_SetFontAndSize(_page, _bold, 10);
        const float start = _y;
        line(margin, label, 15);
        _y = start;
        HPDF_Page_SetFontAndSize(_page, fixed ? _fixed : _plain, fixed ? 9.0f : 11.0f);
        for (const auto& one : lines_of(_page, value, page_width - 2 * margin - label_width)) {
            if (_y < margin + 60)
                break; // One page: a very long comment ends here.
            line(margin + label_width, one, 15);
        }
        _y -= 9;
    }

    void note(const std::string& words) {
        _y -= 12;
        HPDF_Page_SetFontAndSize(_page, _plain, 9);
        HPDF_Page_SetRGBFill(_page, .33f, .32f, .29f);
        for (const auto& one : lines_of(_page, words, page_width - 2 * margin))
            line(margin, one, 13);
    }

  private:
    void line(float x, const std::string& words, float height) {
        HPDF_Page_BeginText(_page);
        HPDF_Page_TextOut(_page, x, _y, words.c_str());
        HPDF_Page_EndText(_page);
        _y -= height;
    }

    HPDF_Page _page;
    HPDF_Font _plain, _bold, _fixed;
    float _y = page_height - margin - 20;
};

std::string make_pdf(const std::string& title, const std::vector<Row>& rows, Language language) {
    const Pdf pdf(HPDF_New(&fail, nullptr));
    if (!pdf)
        throw std::runtime_error("libharu could not start");
    HPDF_SetInfoAttr(pdf.get(), HPDF_INFO_TITLE, pdf_text(title).c_str());
    HPDF_SetCompressionMode(pdf.get(), HPDF_COMP_NONE);
    Sheet sheet(pdf.get());
    sheet.title(pdf_text(title));
    for (const Row& row : rows)
        sheet.row(pdf_text(tr(row.label, language)), pdf_text(row.value), row.fixed_width);
    sheet.note(pdf_text(tr(texts::certificate_note, language)));
    HPDF_SaveToStream(pdf.get());
    HPDF_ResetStream(pdf.get());
    std::string bytes(HPDF_GetStreamSize(pdf.get()), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(pdf.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return bytes;
}

// Windows-1252 for the code points that are not their own byte.
char windows_byte(char32_t point) {
    constexpr struct {
        char32_t point;
        unsigned char byte;
    } table[] = {{0x20AC, 0x80}, {0x201A, 0x82}, {0x201E, 0x84}, {0x2026, 0x85}, {0x2030, 0x89},
                 {0x0160, 0x8A}, {0x0152, 0x8C}, {0x017D, 0x8E}, {0x2018, 0x91}, {0x2019, 0x92},
                 {0x201C, 0x93}, {0x201D, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97},
                 {0x2122, 0x99}, {0x0161, 0x9A}, {0x0153, 0x9C}, {0x017E, 0x9E}, {0x0178, 0x9F},
                 {0x202F, 0xA0}};
    for (const auto& row : table)
        if (row.point == point)
            return static_cast<char>(row.byte);
    const bool own =
        point == '\n' || (point >= 0x20 && point < 0x7F) || (point >= 0xA0 && point <= 0xFF);
    return own ? static_cast<char>(point) : '\0';
}

} // namespace

std::string pdf_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t point = text::next(text, at);
        if (const char byte = windows_byte(point)) {
            out += byte;
            continue;
        }
        const std::string folded = text::fold(text.substr(start, at - start));
        const bool plain = !folded.empty() && static_cast<unsigned char>(folded[0]) < 0x7F;
        out += plain ? folded : std::string("?");
    }
    return out;
}

Result<Response> certificate_response(Context& c, const Approval& approval) {
    const auto deliverable = find<Deliverable>(c.tx, approval.deliverable_id.id);
    const auto version = find<DeliverableVersion>(c.tx, approval.version_id.id);
    if (!deliverable || !version)
        return not_found(c.language());
    const auto project = find<Project>(c.tx, deliverable->project_id.id);
    const auto client = find<Client>(c.tx, approval.client_id.id);
    const Language language = c.language();
    const auto& choice = approval_decision_choices[static_cast<std::size_t>(approval.decision)];
    const std::string at = fill(
        tr(texts::certificate_utc, language),
        {{"date", format_date(local_date(approval.decided_at, 0), DateStyle::day, language)},
         {"time", format_time(approval.decided_at, 0)}}
    );
    std::vector<Row> rows{
        {texts::certificate_decision, tr(choice.label, language)},
        {texts::certificate_by, portal_contact_name(c.tx, approval.contact_id.id)},
        {texts::certificate_at, at},
        {texts::certificate_client, client ? display_name(*client) : ""},
        {texts::certificate_project, project ? project->name : ""},
        {texts::certificate_deliverable, deliverable->name},
        {texts::certificate_version, std::to_string(version->number)},
        {texts::certificate_file, version->file_name},
        {texts::certificate_hash, approval.sha256, true}};
    if (!approval.comment.empty())
        rows.push_back({texts::certificate_comment, approval.comment});
    rows.push_back({texts::certificate_workspace, c.app.directory().state()->workspace.name});
    const bool approved = approval.decision == ApprovalDecision::approved;
    Response response;
    response.content_type = "application/pdf";
    response.body = make_pdf(
        tr(approved ? texts::certificate_title : texts::certificate_title_changes, language),
        rows,
        language
    );
    response.header(
        "Content-Disposition",
        content_disposition(
            fill(tr(texts::certificate_file_name, language), {{"n", std::to_string(approval.id)}}),
            false
        )
    );
    return response;
}

} // namespace carnet
