#include <sqlite3.h>

// sqlite3_db_config is variadic, so Swift cannot call it.
static inline int cyclus_defend(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}
