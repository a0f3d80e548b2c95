-- Who was away asks for what was read in the meantime (backend/features/catch_up.cpp).
CREATE INDEX document_reading_last_at ON document_reading (last_at);
