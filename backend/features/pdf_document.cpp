// See pdf_document.hpp.
#include "backend/features/pdf_document.hpp"

#include "backend/features/pdf_fonts.hpp"
#include "shared/core/text.hpp"

#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>

namespace carnet {

namespace {

[[noreturn]] void fail(HPDF_STATUS error, HPDF_STATUS detail, void*) {
    throw std::runtime_error("libharu " + std::to_string(error) + ", " + std::to_string(detail));
}

// libharu 2.3 reads fonts from files alone: one that lies in memory. It opens the file once more
// for itself.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes) : _descriptor(memfd_create("font", MFD_CLOEXEC)) {
        while (_descriptor >= 0 && !bytes.empty()) {
            const auto written = ::write(_descriptor, bytes.data(), bytes.size());
            if (written <= 0)
                break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (_descriptor < 0 || !bytes.empty())
            throw std::runtime_error("no memory for the font of a PDF");
    }
    ~MemoryFile() { ::close(_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(_descriptor); }

  private:
    int _descriptor;
};

HPDF_Font load(HPDF_Doc document, std::string_view font) {
    const MemoryFile file(font);
    const char* name = HPDF_LoadTTFontFromFile(document, file.path().c_str(), HPDF_TRUE);
    return HPDF_GetFont(document, name, "UTF-8");
}

// The code of a letter is its code point.
// Source: Adobe Technical Note 5411, ToUnicode Mapping File Tutorial, 1.4.
constexpr std::string_view to_unicode = "/CIDInit /ProcSet findresource begin\n"
                                        "12 dict begin\n"
                                        "begincmap\n"
                                        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
                                        "/Supplement 0 >> def\n"
                                        "/CMapName /Adobe-Identity-UCS def\n"
                                        "/CMapType 2 def\n"
                                        "1 begincodespacerange\n<0000> <FFFF>\n"
                                        "endcodespacerange\n"
                                        "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
                                        "endcmap\n"
                                        "CMapName currentdict /CMap defineresource pop\n"
                                        "end\nend\n";

// The text behind the last `key`, up to the end of its line.
std::string_view line_after(std::string_view pdf, std::string_view key) {
    const std::size_t at = pdf.rfind(key);
    if (at == pdf.npos)
        throw std::runtime_error("libharu wrote a PDF of another sort");
    const auto rest = pdf.substr(at + key.size());
    return rest.substr(0, rest.find('\n'));
}

// libharu 2.3 writes ranges of glyphs where readers look for ranges of letters, and nothing can be
// copied or found. Its maps are replaced as ISO 32000-1, 7.5.6 (incremental updates) provides: new
// ones at the end, and a table that leads to them.
void mend_to_unicode(std::string& pdf) {
    constexpr std::string_view key = "/ToUnicode ";
    std::vector<std::string> maps;
    for (std::size_t at = 0; (at = pdf.find(key, at)) != pdf.npos;) {
        at += key.size();
        maps.push_back(pdf.substr(at, pdf.find(' ', at) - at));
    }
    const std::string start(line_after(pdf, "startxref\n"));
    const std::string root(line_after(pdf, "/Root ")), info(line_after(pdf, "/Info ")),
        size(line_after(pdf, "/Size "));
    std::string table = "xref\n";
    if (pdf.back() != '\n')
        pdf += '\n';
    for (const std::string& map : maps) {
        const std::string at = std::to_string(pdf.size());
        table.append(map)
            .append(" 1\n")
            .append(10 - at.size(), '0')
            .append(at)
            .append(" 00000 n \n");
        pdf += map + " 0 obj\n<< /Length " + std::to_string(to_unicode.size()) + " >>\nstream\n";
        pdf.append(to_unicode).append("endstream\nendobj\n");
    }
    const std::string at = std::to_string(pdf.size());
    pdf += table + "trailer\n<<\n/Root " + root + "\n/Info " + info + "\n/Size " + size +
           "\n/Prev " + start + "\n>>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace

PdfDocument::PdfDocument(std::string_view title) : _document(HPDF_New(&fail, nullptr)) {
    const HPDF_Doc document = _document.get();
    if (!document)
        throw std::runtime_error("libharu could not start");
    HPDF_UseUTFEncodings(document);
    HPDF_SetCurrentEncoder(document, "UTF-8");
    HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
    HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, pdf_text(title).c_str());
    _fonts[0] = load(document, pdf_font_regular());
    _fonts[1] = load(document, pdf_font_bold());
    _fonts[2] = HPDF_GetFont(document, "Courier", "WinAnsiEncoding");
    _page = HPDF_AddPage(document);
    HPDF_Page_SetSize(_page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
}

void PdfDocument::set_font(Face face, float size, float grey) {
    _font = _fonts[static_cast<std::size_t>(face)];
    _size = size;
    HPDF_Page_SetFontAndSize(_page, _font, size);
    HPDF_Page_SetRGBFill(_page, grey, grey, grey);
}

void PdfDocument::write(float x, float y, std::string_view text) {
    HPDF_Page_BeginText(_page);
    HPDF_Page_TextOut(_page, x, y, pdf_text(text).c_str());
    HPDF_Page_EndText(_page);
}

float PdfDocument::width_of(std::string_view text) const {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = text::next(text, at);
        width +=
            static_cast<float>(HPDF_Font_GetUnicodeWidth(_font, static_cast<HPDF_UNICODE>(point)));
    }
    return width * _size / 1000;
}

std::vector<std::string> PdfDocument::lines_of(std::string_view text, float width) const {
    std::vector<std::string> lines;
    const std::string clean = pdf_text(text);
    for (const std::string_view part : text::split(clean, '\n')) {
        std::string line;
        for (const std::string_view word : text::split(part, ' ')) {
            const std::string longer = line.empty() ? std::string(word) : line + " ";
            if (!line.empty() && width_of(longer + std::string(word)) <= width) {
                line = longer + std::string(word);
                continue;
            }
            if (!line.empty())
                lines.push_back(std::move(line));
            line.clear();
            for (std::size_t at = 0; at < word.size();) {
                const std::size_t start = at;
                text::next(word, at);
                const std::string_view letter = word.substr(start, at - start);
                if (!line.empty() && width_of(line + std::string(letter)) > width) {
                    lines.push_back(std::move(line));
                    line.clear();
                }
                line += letter;
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string PdfDocument::bytes() {
    HPDF_SaveToStream(_document.get());
    HPDF_ResetStream(_document.get());
    std::string bytes(HPDF_GetStreamSize(_document.get()), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(_document.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    mend_to_unicode(bytes);
    return bytes;
}

std::string pdf_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = text::next(text, at);
        if (point == U'\t')
            out += ' ';
        else if (!text::is_invisible(point))
            text::append(out, point > 0xFFFF ? char32_t{0xFFFD} : point);
    }
    return out;
}

} // namespace carnet
