// What a project of the demonstration is made of: the same course of work for all, as far along as
// the project's progress says.
#include "backend/features/demo/client.hpp"

#include <array>

namespace carnet::demo {

namespace {

constexpr std::int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;

struct TaskRow {
    const char* name;
    const char* notes;
    ShareState visibility;
    Person assignee;
    int days; // After the start.
};
constexpr auto shared = ShareState::shared, internal = ShareState::internal;
constexpr auto task_rows = std::to_array<TaskRow>({
    {"Relevé sur place", "Voir la hauteur sous plafond", shared, thomas, 7},
    {"Chiffrage du matériel", "Demander la remise au grossiste", internal, ines, 12},
    {"Plan de câblage", "", shared, ines, 21},
    {"Commande du matériel", "Délai annoncé de trois semaines", internal, ines, 28},
    {"Pose des chemins de câbles", "", shared, thomas, 45},
    {"Tirage et raccordement", "Prévoir deux personnes", shared, thomas, 60},
    {"Configuration des équipements", "", internal, ines, 75},
    {"Mise en service", "Hors des heures d’ouverture", shared, thomas, 100},
    {"Formation des utilisateurs", "", shared, ines, 120},
    {"Dossier de fin de chantier", "", internal, ines, 132},
});

struct MilestoneRow {
    const char* name;
    int days;
    int reached_at; // Percent of progress.
};
constexpr auto milestone_rows = std::to_array<MilestoneRow>({
    {"Lancement", 3, 5},
    {"Plan validé", 24, 35},
    {"Mise en service", 100, 80},
    {"Recette", 130, 100},
});

Date day_after(Date start, int days) {
    return {start.days + days};
}

Instant evening_of(Date day) {
    return {day.days * day_ms + 17 * hour_ms};
}

} // namespace

void furnish(DemoProject& made, Instant now) {
    Project& project = made.project;
    const Date start = project.started_on;
    // Tasks give the progress where they can give exactly the one of the picture.
    if (project.progress % 10 == 0)
        project.progress_mode = ProgressMode::tasks;
    const auto done = static_cast<std::size_t>(project.progress / 10);
    for (std::size_t i = 0; i < task_rows.size(); ++i) {
        const TaskRow& row = task_rows[i];
        DemoTask made_task;
        ProjectTask& task = made_task.task;
        task.name = row.name;
        task.notes = row.notes;
        task.visibility = row.visibility;
        task.due_on = day_after(start, row.days);
        task.position = static_cast<std::int64_t>(i + 1) * 1024;
        task.is_done = i < done;
        if (task.is_done)
            task.done_at = {std::min(evening_of(task.due_on).ms, now.ms - day_ms)};
        made_task.assignee = row.assignee;
        made.tasks.push_back(std::move(made_task));
    }
    for (const MilestoneRow& row : milestone_rows) {
        Milestone milestone;
        milestone.name = row.name;
        milestone.due_on = day_after(start, row.days);
        milestone.is_done = project.progress >= row.reached_at;
        if (milestone.is_done)
            milestone.done_at = {std::min(evening_of(milestone.due_on).ms, now.ms - day_ms)};
        made.milestones.push_back(std::move(milestone));
    }
    for (const char* name : {"Plan de câblage", "Dossier de fin de chantier"}) {
        Deliverable deliverable;
        deliverable.name = name;
        deliverable.created_at = project.created_at;
        made.deliverables.push_back(std::move(deliverable));
    }
}

} // namespace carnet::demo
