-- The number clients may call whom they ask for.

ALTER TABLE user_account ADD COLUMN phone TEXT; -- Business line; shown in the portal.
