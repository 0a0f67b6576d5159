-- What no index has together is looked at along the way of another: all that is asked of a case stands here beside its id.
CREATE INDEX applications_looked_at ON applications (id, status, route, citizenship, grounds, clerk_id, submitted_on);
