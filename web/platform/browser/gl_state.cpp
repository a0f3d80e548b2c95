// The state of WebGL without asking it. Dear ImGui's renderer reads some twenty values before it
// draws, to put them back afterwards. In a browser each of these questions waits until the graphics
// process has done everything sent before (tens of milliseconds where it draws in software), and
// nobody else draws in our context: the renderer is built with glGetIntegerv renamed to this
// function (.dev/cmake/third_party.cmake), which knows what a fresh context would say.
#include <GLES3/gl3.h>

extern "C" void carnet_gl_get_integerv(GLenum name, GLint* out) {
    switch (name) {
    case GL_ACTIVE_TEXTURE:
        *out = GL_TEXTURE0;
        return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
        *out = GL_FUNC_ADD;
        return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
        *out = GL_ONE;
        return;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
        *out = 0;
        return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
        out[0] = out[1] = out[2] = out[3] = 0;
        return;
    default:
        glGetIntegerv(name, out); // Limits and versions: once, at the start.
    }
}
