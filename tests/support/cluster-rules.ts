/** Passwords by user: one with the sign that parts it from the user, one of more than ASCII, and one of a user whom the engine calls otherwise. */
export const passwords = {
  ...{ analyst: "right-passw0rd", colon: "a:b::c", umlaut: "Grüße ñ §" },
  "mapped@council.example": "mapped-passw0rd",
} as const;

/** What some users of a cluster may not do. */
const rules = {
  catalogs: [{ user: "without-catalog", catalog: "lake", allow: "none" }, { allow: "all" }],
  schemas: [{ owner: true }],
  tables: [
    { user: "without-table", table: "records", privileges: [] },
    {
      ...{ user: "without-column", table: "records", privileges: ["SELECT"] },
      columns: [{ name: "visits", allow: false }],
    },
    { privileges: ["SELECT", "OWNERSHIP", "GRANT_SELECT"] },
  ],
};

/** Users, and places in the queue: one of them never has any. */
const groups = {
  rootGroups: [
    { name: "none", softMemoryLimit: "1%", hardConcurrencyLimit: 0, maxQueued: 0 },
    { name: "all", softMemoryLimit: "100%", hardConcurrencyLimit: 100, maxQueued: 1000 },
  ],
  selectors: [{ user: "without-place", group: "none" }, { group: "all" }],
};

/** What a coordinator is told of them; paths are those from its own folder. */
export const ruled = {
  properties: {
    "access-control.config-files": "etc/access-control.properties",
    "http-server.process-forwarded": "true",
    "http-server.authentication.password.user-mapping.pattern": "([^@]+)(@council[.]example)?",
  },
  files: {
    "etc/access-control.properties": "access-control.name=file\nsecurity.config-file=etc/rules.json\n",
    "etc/rules.json": JSON.stringify(rules),
    "etc/resource-groups.properties":
      "resource-groups.configuration-manager=file\nresource-groups.config-file=etc/groups.json\n",
    "etc/groups.json": JSON.stringify(groups),
  },
} as const;
