// A PDF of one page by libharu, with text in UTF-8: fonts, encodings and cross references of PDF
// are not ours to invent.
#pragma once

#include <hpdf.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

class PdfDocument {
  public:
    enum class Face { regular, bold, fixed }; // fixed: figures and plain letters only.

    // A4. `title` names the document in viewers. Throws std::runtime_error.
    explicit PdfDocument(std::string_view title);

    HPDF_Page page() const { return _page; }
    void set_font(Face face, float size, float grey = 0);
    // From the left end of the base line, in points from the lower left corner.
    void write(float x, float y, std::string_view text);
    // Lines of at most `width` in the font that is set, broken at spaces; longer words are cut.
    std::vector<std::string> lines_of(std::string_view text, float width) const;

    std::string bytes();

  private:
    struct Free {
        void operator()(HPDF_Doc document) const { HPDF_Free(document); }
    };
    float width_of(std::string_view text) const;

    std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Free> _document;
    HPDF_Page _page = nullptr;
    HPDF_Font _fonts[3] = {};
    HPDF_Font _font = nullptr;
    float _size = 0;
};

// What libharu can write of a text: nothing invisible, and U+FFFD for what lies beyond the first
// 65,536 characters (emoji). Letters that the font lacks appear as its empty box and can still be
// copied.
std::string pdf_text(std::string_view text);

} // namespace carnet
