-- All jobs of a member: for the export of an account, and when it goes.
CREATE INDEX job_member ON job (member);
