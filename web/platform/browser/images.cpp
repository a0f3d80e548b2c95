// Pictures: the browser fetches, decodes and shrinks them, WebGL keeps them.
#include "web/platform/platform.hpp"

#include "web/platform/browser/page.hpp"

#include <map>

namespace carnet::platform {
namespace {

std::map<std::string, Picture> pictures;

// clang-format off
EM_JS(void, page_picture, (const char* path, int side), {
    const name = UTF8ToString(path);
    const load = async () => {
        const answer = await fetch(name, { credentials: 'same-origin' });
        if (!answer.ok) return;
        const picture = await createImageBitmap(await answer.blob());
        const scale = Math.min(1, side / Math.max(picture.width, picture.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(1, Math.round(picture.width * scale));
        canvas.height = Math.max(1, Math.round(picture.height * scale));
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
        picture.close();
        const id = GL.getNewId(GL.textures);
        const texture = GL.textures[id] = GLctx.createTexture();
        texture.name = id;
        GLctx.bindTexture(GLctx.TEXTURE_2D, texture);
        GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA, GLctx.RGBA, GLctx.UNSIGNED_BYTE, canvas);
        // Thin lines of a drawing stay visible where it is shown small.
        GLctx.generateMipmap(GLctx.TEXTURE_2D);
        GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_MIN_FILTER, GLctx.LINEAR_MIPMAP_LINEAR);
        GLctx.texParameteri(GLctx.TEXTURE_2D, GLctx.TEXTURE_MAG_FILTER, GLctx.LINEAR);
        for (const edge of [GLctx.TEXTURE_WRAP_S, GLctx.TEXTURE_WRAP_T])
            GLctx.texParameteri(GLctx.TEXTURE_2D, edge, GLctx.CLAMP_TO_EDGE);
        carnet.give(name, (at) => carnet.call('app_picture', at, id, canvas.width, canvas.height));
    };
    load().catch(() => {});     // Not a picture after all: its place stays empty.
});
EM_JS(void, page_picture_losses, (), {
    Module['canvas'].addEventListener('webglcontextrestored', () => carnet.call('app_pictures_lost'));
});
// clang-format on

} // namespace

const Picture& picture(const std::string& path, int side) {
    constexpr std::size_t most = 64; // Half a megabyte each.
    if (const auto known = pictures.find(path); known != pictures.end())
        return known->second;
    static bool listening = false;
    if (!listening)
        page_picture_losses();
    listening = true;
    static const Picture none;
    if (pictures.size() >= most)
        return none;
    page_picture(path.c_str(), side);
    return pictures[path];
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_picture(const char* path, int texture, int width, int height) {
    pictures[path] = {
        static_cast<unsigned>(texture), static_cast<float>(width), static_cast<float>(height)};
    wake();
}

EMSCRIPTEN_KEEPALIVE void app_pictures_lost() {
    pictures.clear();
    wake();
}

} // extern "C"

} // namespace carnet::platform
