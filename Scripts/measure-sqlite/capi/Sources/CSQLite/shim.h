#include <sqlite3.h>

// sqlite3_db_config is variadic, so Swift cannot call it.
static inline int cyclus_keep_wal(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
