// What the server told us, keyed by request path. Asking every frame is cheap: only the first call
// sends a request. Forgets what no view has asked for in a while. Failed requests are not repeated
// by themselves: the view's "Try again" calls invalidate().
#pragma once

#include "web/net/loadable.hpp"
#include "web/net/transport.hpp"

#include <cassert>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace carnet::net {

// The error in an answer that is not a success, in `language` when the server sent none.
Error error_of(const HttpResponse& response, Language language);

class ResourceCache {
  public:
    explicit ResourceCache(Transport& transport) : _transport(transport) {}

    // `decode`: Result<T>(const HttpResponse&). The same path must always be asked for as the same
    // T.
    template <class T, class Decode>
    const Loadable<T>& get(const std::string& path, Decode decode) {
        auto& slot = _slots[path];
        if (!slot)
            slot = std::make_shared<Typed<T>>();
        assert(slot->type == type_tag<T>());
        auto typed = std::static_pointer_cast<Typed<T>>(slot);
        typed->used_at_ms = _transport.now_ms();
        if (typed->wanted && !typed->item.loading)
            ask<T>(path, typed, std::move(decode));
        return typed->item;
    }

    // Ask again, on next use, for every path that starts with `prefix`. Old values stay until then.
    // While a request is in flight the wish is kept and sent when the answer is in.
    void invalidate(const std::string& prefix) {
        for (auto it = _slots.lower_bound(prefix);
             it != _slots.end() && it->first.starts_with(prefix);
             ++it)
            it->second->wanted = true;
    }
    // Somebody else's session: nothing that was read may stay.
    void clear() { _slots.clear(); }

    // Call once per frame. Forgets what no view has asked for in `keep_ms`.
    void end_frame(double keep_ms = 60'000) {
        const double now = _transport.now_ms();
        for (auto it = _slots.begin(); it != _slots.end();)
            it = now - it->second->used_at_ms > keep_ms ? _slots.erase(it) : std::next(it);
    }

    // True while an answer is awaited by a slot that was asked for in the last frames.
    int loading() const { return *_loading; }

  private:
    // One address per type stands in for RTTI, which the web program is built without.
    template <class T>
    static const void* type_tag() {
        static const char tag = 0;
        return &tag;
    }

    struct Slot {
        explicit Slot(const void* t) : type(t) {}
        virtual ~Slot() = default;
        const void* type;
        bool wanted = true;
        double used_at_ms = 0;
    };
    template <class T>
    struct Typed : Slot {
        Typed() : Slot(type_tag<T>()) {}
        Loadable<T> item;
        void receive(Result<T> result) {
            item.loading = false;
            if (result) {
                item.value = std::move(result).value();
                item.error.reset();
            } else {
                item.error = result.error();
            }
        }
    };

    template <class T, class Decode>
    void ask(const std::string& path, const std::shared_ptr<Typed<T>>& typed, Decode decode) {
        typed->wanted = false;
        typed->item.loading = true;
        typed->item.asked_at_ms = _transport.now_ms();
        ++*_loading;
        HttpRequest request;
        request.path = path;
        // weak: the answer may arrive after the slot was forgotten.
        _transport.send(
            std::move(request),
            [weak = std::weak_ptr(typed),
             decode = std::move(decode),
             loading = _loading](HttpResponse response) {
                --*loading;
                if (auto slot = weak.lock())
                    slot->receive(decode(response));
                platform::wake();
            }
        );
    }

    Transport& _transport;
    std::map<std::string, std::shared_ptr<Slot>> _slots;
    std::shared_ptr<int> _loading = std::make_shared<int>(0);
};

} // namespace carnet::net
