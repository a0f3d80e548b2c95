-- Who answered about what, as it was called then. Answers from before keep to today's names.
ALTER TABLE approval ADD COLUMN contact_name TEXT;
ALTER TABLE approval ADD COLUMN client_name TEXT;
ALTER TABLE approval ADD COLUMN project_name TEXT;
ALTER TABLE approval ADD COLUMN deliverable_name TEXT;
