// The month that date fields open: seven columns of 32, week starts on Monday, week numbers, quick
// dates.
#pragma once

#include "shared/core/time.hpp"
#include "web/ui/layout.hpp"

namespace carnet::ui {

struct CalendarOptions {
    Date today = {}; // Unset: the browser's day.
    Date min = {}, max = {};
    bool quick_dates = true; // Aujourd’hui, + 30 jours.
};
// The month drawn at the cursor, 224 wide. `shown` is any day of the month in view. True when a day
// was chosen.
bool calendar(const char* id, Date& value, Date& shown, const CalendarOptions& options = {});

Date today();                                 // In the person's time zone.
std::string month_title(int year, int month); // "Novembre 2026".
std::string typed_date(Date date);            // "26/11/2026", as fields show it; "" when unset.
int iso_week(Date date);

} // namespace carnet::ui
