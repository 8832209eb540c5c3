extension Schema {
  /// The views that auditors rely on; `Documentation/AuditViews.md` describes them column by column.
  static let views = """
    CREATE VIEW v_traject AS
    SELECT 'T' || t.id AS traject, sn.content AS student, 'P' || t.student AS student_person, sc.content AS school,
      t.workflow, t.version, t.definition AS digest, t.status, t.phase, t.from_on, t.until_on, t.ended_on,
      t.open_escalations, t.days, t.stood_still_days, t.stands_still_since, t.steps, t.steps_done
    FROM traject t
    LEFT JOIN person p ON p.id = t.student LEFT JOIN text sn ON sn.id = p.number
    LEFT JOIN school s ON s.id = t.school LEFT JOIN text sc ON sc.id = s.name;

    CREATE VIEW v_gesprek AS
    SELECT 'T' || traject AS traject, key AS gesprek, state, planned_at, mode, held_on, closed_on FROM gesprek;

    CREATE VIEW v_obligation AS
    SELECT 'T' || o.traject AS traject, o.key AS obligation, w.nl AS what, o.role, 'P' || o.person AS person,
      o.opens_on AS opens, o.due_on AS due, o.met_on,
      CASE
        WHEN o.met_on IS NOT NULL THEN CASE WHEN o.due_on IS NOT NULL AND o.met_on > o.due_on THEN 'late' ELSE 'met' END
        WHEN o.waived_on IS NOT NULL THEN 'waived'
        WHEN o.suspended THEN 'suspended'
        WHEN o.opens_on IS NULL OR o.opens_on > r.day THEN 'upcoming'
        WHEN o.due_on IS NOT NULL AND o.due_on < r.day THEN CASE WHEN o.lapses_on < r.day THEN 'missed' ELSE 'overdue' END
        ELSE 'open'
      END AS state,
      o.blocking, o.level, o.rule, o.assumed
    FROM obligation o JOIN wording w ON w.id = o.what
    CROSS JOIN (SELECT coalesce(day, date('now', 'localtime')) AS day FROM reference_day) r;

    CREATE VIEW v_overdue AS
    SELECT 'T' || o.traject AS traject, sn.content AS student, sc.content AS school, t.workflow, t.phase,
      o.key AS obligation, w.nl AS what, o.role, 'P' || o.person AS person, o.opens_on AS opens, o.due_on AS due,
      CAST(julianday(r.day) - julianday(o.due_on) AS INTEGER) AS days_over, o.blocking, o.level, o.rule, o.assumed
    FROM (SELECT coalesce(day, date('now', 'localtime')) AS day FROM reference_day) r
    CROSS JOIN obligation o JOIN wording w ON w.id = o.what JOIN traject t ON t.id = o.traject
    LEFT JOIN person p ON p.id = t.student LEFT JOIN text sn ON sn.id = p.number
    LEFT JOIN school s ON s.id = t.school LEFT JOIN text sc ON sc.id = s.name
    WHERE o.met_on IS NULL AND o.suspended = 0 AND o.lapses = 0 AND o.due_on < r.day AND o.opens_on <= r.day
      AND (o.lapses_on IS NULL OR o.lapses_on >= r.day);

    CREATE VIEW v_escalation AS
    SELECT e.id AS escalation, 'T' || e.traject AS traject, sn.content AS student, sc.content AS school, t.workflow, e.route, e.reason, e.about,
      e.obligation, e.opened_on, CASE WHEN e.opened_by IS NULL THEN 'system' ELSE 'P' || e.opened_by END AS opened_by,
      e.opened_by_role, e.to_role, e.due_on AS due, e.consulted, e.outcome, e.decided_on, 'P' || e.decided_by AS decided_by,
      e.decided_by_role, e.withdrawn_on, e.rule
    FROM escalation e JOIN traject t ON t.id = e.traject
    LEFT JOIN person p ON p.id = t.student LEFT JOIN text sn ON sn.id = p.number
    LEFT JOIN school s ON s.id = t.school LEFT JOIN text sc ON sc.id = s.name;

    CREATE VIEW v_event AS
    SELECT e.seq, 'T' || e.traject AS traject, e.type, e.phase, 'P' || e.actor AS actor, e.role, 'O' || e.recorder AS recorder,
      e.source, e.happened_on, strftime('%Y-%m-%dT%H:%M:%fZ', e.recorded_at / 1000.0, 'unixepoch') AS recorded_at,
      e.clock_back, e.rule, d.name AS workflow, d.version, e.batch, e.data, lower(hex(e.hash)) AS hash,
      (SELECT max(c.seq) FROM event c WHERE c.traject = e.traject AND c.type = 'corrected'
        AND json_extract(c.data, '$.seq') = e.seq) AS corrected_by
    FROM event e LEFT JOIN definition d ON d.digest = e.definition;

    CREATE VIEW v_decision AS
    SELECT e.seq, e.traject, e.type, e.phase, e.actor, e.role, e.happened_on, e.recorded_at, e.rule, e.workflow,
      e.version,
      CASE e.type
        WHEN 'assessed' THEN json_extract(e.data, '$.outcome') WHEN 'confirmed' THEN json_extract(e.data, '$.subject')
        WHEN 'decided' THEN json_extract(e.data, '$.escalation') WHEN 'advanced' THEN json_extract(e.data, '$.from')
        WHEN 'unblocked' THEN json_extract(e.data, '$.block') WHEN 'completed' THEN e.phase
        WHEN 'waived' THEN json_extract(e.data, '$.obligation') WHEN 'snoozed' THEN json_extract(e.data, '$.obligation')
        WHEN 'corrected' THEN json_extract(e.data, '$.seq')
        WHEN 'claim_granted' THEN json_extract(e.data, '$.claim') WHEN 'claim_refused' THEN json_extract(e.data, '$.claim')
        WHEN 'claim_deferred' THEN json_extract(e.data, '$.claim')
        WHEN 'terminated' THEN json_extract(e.data, '$.reason')
        WHEN 'disputed' THEN json_extract(e.data, '$.outcome') WHEN 'discussed' THEN json_extract(e.data, '$.outcome')
        ELSE json_extract(e.data, '$.approval')
      END AS about,
      CASE e.type
        WHEN 'assessed' THEN json_extract(e.data, '$.verdict') WHEN 'confirmed' THEN json_extract(e.data, '$.result')
        WHEN 'decided' THEN json_extract(e.data, '$.outcome') WHEN 'advanced' THEN json_extract(e.data, '$.to')
        WHEN 'discussed' THEN coalesce(json_extract(e.data, '$.agreed'), e.type)
        WHEN 'snoozed' THEN json_extract(e.data, '$.until')
        WHEN 'extended' THEN json_extract(e.data, '$.until')
        WHEN 'claim_deferred' THEN json_extract(e.data, '$.to')
        ELSE e.type
      END AS result,
      e.corrected_by, e.recorder, e.source, sn.content AS student, sc.content AS school,
      CASE e.type
        WHEN 'assessed' THEN coalesce(json_extract(e.data, '$.final'), 0) WHEN 'disputed' THEN 0
        WHEN 'discussed' THEN json_extract(e.data, '$.agreed') IS NOT NULL
        ELSE 1
      END AS final,
      CASE e.type
        WHEN 'decided' THEN (SELECT x.reason FROM escalation x WHERE x.traject = CAST(substr(e.traject, 2) AS INTEGER)
          AND x.id = json_extract(e.data, '$.escalation'))
        WHEN 'terminated' THEN json_extract(e.data, '$.reason') WHEN 'unblocked' THEN json_extract(e.data, '$.block')
      END AS reason,
      json_extract(e.data, '$.why') AS why
    FROM v_event e LEFT JOIN traject t ON t.id = CAST(substr(e.traject, 2) AS INTEGER)
    LEFT JOIN person p ON p.id = t.student LEFT JOIN text sn ON sn.id = p.number
    LEFT JOIN school s ON s.id = t.school LEFT JOIN text sc ON sc.id = s.name
    WHERE e.type IN ('approved', 'rejected', 'assessed', 'confirmed', 'decided', 'advanced', 'completed', 'unblocked',
      'waived', 'snoozed', 'extended', 'terminated', 'disputed', 'discussed', 'claim_granted', 'claim_refused',
      'claim_deferred', 'corrected');

    CREATE VIEW v_lead_time AS
    SELECT 'T' || o.traject AS traject, t.workflow, o.key AS obligation, o.role, o.opens_on AS opens, o.due_on AS due, o.met_on,
      CAST(julianday(o.met_on) - julianday(o.opens_on) AS INTEGER) AS days,
      CAST(julianday(o.met_on) - julianday(o.due_on) AS INTEGER) AS days_after_due
    FROM obligation o JOIN traject t ON t.id = o.traject WHERE o.met_on IS NOT NULL;
    """
}
