// See plan_picture.hpp.
#include "backend/features/demo/plan_picture.hpp"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

namespace carnet::demo {

namespace {

// Places of the palette.
enum Ink : char { paper, wall, thin_wall, cable, bay };
constexpr std::string_view
    palette("\xff\xff\xff\x6b\x68\x61\xd8\xd5\xcd\x2f\x4f\xcf\xb8\x77\x0a", 15);
constexpr int width = 960, height = 720;

class Drawing {
  public:
    void fill(int x, int y, int w, int h, Ink ink) {
        for (int row = y; row < y + h; ++row)
            for (int column = x; column < x + w; ++column)
                _dots[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)] =
                    ink;
    }
    // A right-angled way between two points, across first.
    void lay(int x, int y, int to_x, int to_y) {
        fill(std::min(x, to_x), y - 3, std::abs(to_x - x) + 3, 6, cable);
        fill(to_x - 3, std::min(y, to_y), 6, std::abs(to_y - y) + 3, cable);
    }
    void mark(int x, int y, int half, Ink ink) {
        fill(x - half, y - half, 2 * half, 2 * half, ink);
    }
    // Rows as PNG wants them: each behind the number of its filter (0: none).
    std::string rows() const {
        std::string out;
        for (std::size_t row = 0; row < height; ++row)
            out.append(1, '\0').append(_dots, row * width, width);
        return out;
    }

  private:
    std::string _dots = std::string(static_cast<std::size_t>(width) * height, paper);
};

void append_number(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(number >> shift & 0xFF);
}

// Source: W3C, PNG (third edition), 5.3: length, type, data, CRC of the last two.
void append_chunk(std::string& out, std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    append_number(out, static_cast<std::uint32_t>(data.size()));
    out += body;
    const auto* bytes = reinterpret_cast<const Bytef*>(body.data());
    append_number(out, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(body.size()))));
}

std::string deflated(const std::string& plain) {
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    std::string out(size, '\0');
    if (compress(
            reinterpret_cast<Bytef*>(out.data()),
            &size,
            reinterpret_cast<const Bytef*>(plain.data()),
            static_cast<uLong>(plain.size())
        ) != Z_OK)
        throw std::runtime_error("zlib has no memory");
    out.resize(size);
    return out;
}

std::string png_of(const Drawing& drawing) {
    std::string png("\x89PNG\r\n\x1a\n");
    std::string header;
    append_number(header, width);
    append_number(header, height);
    header += std::string_view("\x08\x03\0\0\0", 5); // Eight bits, a palette, nothing special.
    append_chunk(png, "IHDR", header);
    append_chunk(png, "PLTE", palette);
    append_chunk(png, "IDAT", deflated(drawing.rows()));
    append_chunk(png, "IEND", "");
    return png;
}

void draw_walls(Drawing& drawing) {
    drawing.fill(60, 60, 840, 6, thin_wall);
    drawing.fill(60, 654, 840, 6, thin_wall);
    drawing.fill(60, 60, 6, 600, thin_wall);
    drawing.fill(894, 60, 6, 600, thin_wall);
    drawing.fill(66, 340, 312, 10, wall);
    drawing.fill(510, 340, 384, 10, wall);
    drawing.fill(476, 66, 10, 150, wall);
    drawing.fill(476, 480, 10, 174, wall);
    drawing.fill(664, 350, 10, 304, wall);
}

} // namespace

std::string plan_picture(int version) {
    struct Point {
        int x, y;
    };
    constexpr auto outlets = std::to_array<Point>(
        {{140, 150}, {330, 560}, {800, 170}, {780, 560}, {140, 560}, {600, 130}}
    );
    Drawing drawing;
    draw_walls(drawing);
    const Point rack = version == 1 ? Point{220, 420} : Point{604, 270};
    const std::size_t count = version < 3 ? outlets.size() - 2 : outlets.size();
    for (const Point& outlet : std::span(outlets).first(count)) {
        drawing.lay(rack.x, rack.y, outlet.x, outlet.y);
        drawing.mark(outlet.x, outlet.y, 20, cable);
    }
    drawing.mark(rack.x, rack.y, 26, bay);
    return png_of(drawing);
}

} // namespace carnet::demo
