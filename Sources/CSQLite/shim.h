#include <stddef.h>
#include <sqlite3.h>

// sqlite3_db_config is variadic, so Swift cannot call it.
static inline int cyclus_defend(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

// Beyond ISO C, so that <string.h> shows it only under a flag; glibc, musl and Darwin all have it.
extern void *memmem(const void *bytes, size_t count, const void *wanted, size_t length);

static inline int cyclus_holds(const void *bytes, size_t count, const void *wanted, size_t length) {
  return memmem(bytes, count, wanted, length) != 0;
}
