// See sender.hpp. The only file that knows libcurl.
#include "backend/mail/sender.hpp"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace carnet {
namespace {

constexpr long connect_seconds = 15, silence_seconds = 30, longest_seconds = 180;

struct Transfer {
    std::string_view left;
    bool began = false; // Bytes of the mail went out: rather finish than cut.
    const std::atomic<bool>* stop = nullptr;
    std::string answer; // Last line with which the server refused something.
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* data) {
    auto& transfer = *static_cast<Transfer*>(data);
    transfer.began = true;
    const std::size_t bytes = std::min(size * count, transfer.left.size());
    std::memcpy(to, transfer.left.data(), bytes);
    transfer.left.remove_prefix(bytes);
    return bytes;
}

std::size_t take_answer(char* from, std::size_t size, std::size_t count, void* data) {
    std::string line(from, size * count);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.pop_back();
    // The answer to our QUIT is friendly, whatever came before it.
    if (!line.empty() && (line[0] == '4' || line[0] == '5'))
        static_cast<Transfer*>(data)->answer = std::move(line);
    return size * count;
}

int progress(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& transfer = *static_cast<Transfer*>(data);
    return transfer.stop->load() && !transfer.began ? 1 : 0;
}

std::string url_of(const MailSettings& settings) {
    const bool tls = settings.security == MailSecurity::tls;
    return (tls ? "smtps://" : "smtp://") + settings.host + ":" + std::to_string(settings.port);
}

bool no_server(CURLcode code) {
    return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
           code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION ||
           code == CURLE_USE_SSL_FAILED || code == CURLE_LOGIN_DENIED;
}

// Source: RFC 5321 §4.2.1: 5xx is final, 4xx is not. What is about our account, not about this
// mail (530, 534, 535, 538 of RFC 4954), may be set right by a person.
MailOutcome outcome_of(CURLcode code, long status, const Transfer& transfer, const char* detail) {
    if (code == CURLE_OK)
        return {};
    const bool about_account = status == 530 || status == 534 || status == 535 || status == 538;
    MailOutcome outcome;
    outcome.error = detail[0] ? detail : curl_easy_strerror(code);
    if (status >= 400 && !transfer.answer.empty())
        outcome.error = transfer.answer;
    if (no_server(code) || about_account)
        outcome.kind = MailOutcome::Kind::unreachable;
    else if (status >= 500 && status < 600)
        outcome.kind = MailOutcome::Kind::refused;
    else
        outcome.kind = MailOutcome::Kind::later;
    return outcome;
}

} // namespace

MailOutcome
send_mail(const MailSettings& settings, const MailMessage& message, const std::atomic<bool>& stop) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, void (*)(CURL*)> handle(curl_easy_init(), &curl_easy_cleanup);
    if (ready != CURLE_OK || !handle)
        return {MailOutcome::Kind::later, "libcurl"};
    CURL* curl = handle.get();
    const std::string bytes = to_rfc5322(message), url = url_of(settings);
    const std::string from = "<" + message.from_address + ">", to = "<" + message.to_address + ">";
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> recipients(
        curl_slist_append(nullptr, to.c_str()), &curl_slist_free_all
    );
    Transfer transfer{.left = bytes, .stop = &stop};
    char detail[CURL_ERROR_SIZE] = "";
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // Proxies of the environment are the web's.
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail);
    if (!settings.ca_file.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
    if (settings.security != MailSecurity::none)
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!settings.user_name.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user_name.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &take_answer);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_answer);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, silence_seconds);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, silence_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_seconds);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return outcome_of(code, status, transfer, detail);
}

} // namespace carnet
