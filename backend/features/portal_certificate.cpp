// See portal_certificate.hpp.
#include "backend/features/portal_certificate.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/pdf_document.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/files/file_response.hpp"
#include "shared/core/format.hpp"
#include "shared/domain/client.hpp"
#include "shared/texts/server_portal.hpp"

#include <vector>

namespace carnet {

namespace {

// Points, margins of 2 cm.
constexpr float page_width = 595, page_height = 842, margin = 57, label_width = 150;
using Face = PdfDocument::Face;

struct Row {
    Text label;
    std::string value;
    bool fixed_width = false; // Hashes.
};

// Writes from the top down.
class Sheet {
  public:
    explicit Sheet(PdfDocument& pdf) : _pdf(pdf) {}

    void title(const std::string& words) {
        _pdf.set_font(Face::bold, 19);
        line(margin, words, 34);
        const HPDF_Page page = _pdf.page();
        HPDF_Page_SetLineWidth(page, 1);
        HPDF_Page_MoveTo(page, margin, _y + 8);
        HPDF_Page_LineTo(page, page_width - margin, _y + 8);
        HPDF_Page_Stroke(page);
        _y -= 18;
    }

    void row(const std::string& label, const std::string& value, bool fixed) {
        _pdf.set_font(Face::bold, 9);
        _pdf.write(margin, _y, label);
        _pdf.set_font(fixed ? Face::fixed : Face::regular, fixed ? 8.4f : 10.0f);
        for (const auto& one : _pdf.lines_of(value, page_width - 2 * margin - label_width)) {
            if (_y < margin + 60)
                break; // One page: a very long comment ends here.
            line(margin + label_width, one, 15);
        }
        _y -= 9;
    }

    void note(const std::string& words) {
        _y -= 12;
        _pdf.set_font(Face::regular, 8, .32f);
        for (const auto& one : _pdf.lines_of(words, page_width - 2 * margin))
            line(margin, one, 13);
    }

  private:
    void line(float x, const std::string& words, float height) {
        _pdf.write(x, _y, words);
        _y -= height;
    }

    PdfDocument& _pdf;
    float _y = page_height - margin - 20;
};

std::string make_pdf(const std::string& title, const std::vector<Row>& rows, Language language) {
    PdfDocument pdf(title);
    Sheet sheet(pdf);
    sheet.title(title);
    for (const Row& row : rows)
        sheet.row(tr(row.label, language), row.value, row.fixed_width);
    sheet.note(tr(texts::certificate_note, language));
    return pdf.bytes();
}

// As it was called when it was answered, see approver_name().
std::string sealed(const std::string& then, std::string now) {
    return then.empty() ? std::move(now) : then;
}

} // namespace

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
        {texts::certificate_by, approver_name(c.tx, approval.contact_name, approval.contact_id.id)},
        {texts::certificate_at, at},
        {texts::certificate_client,
         sealed(approval.client_name, client ? display_name(*client) : "")},
        {texts::certificate_project, sealed(approval.project_name, project ? project->name : "")},
        {texts::certificate_deliverable, sealed(approval.deliverable_name, deliverable->name)},
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
