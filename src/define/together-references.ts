import type { Fault } from "../error.ts";
import type { Defined } from "./definitions.ts";
import type { Project } from "./project.ts";
import type { ReturnModel } from "./return-model.ts";

/** A name that numbers share, and where it stands. */
interface Sharing {
  path: PropertyKey[];
  name: string;
}

/** Every `together` of a file, in the order that it stands in. */
function sharing(value: unknown, path: PropertyKey[] = []): Sharing[] {
  if (typeof value !== "object" || value === null) return [];
  if ("central" in value)
    return "together" in value && typeof value.together === "string"
      ? [{ path: [...path, "together"], name: value.together }]
      : [];
  return Object.entries(value).flatMap(([key, part]) =>
    sharing(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Names that one number alone has: spelt otherwise elsewhere, as a rule, so that what goes together would be drawn apart. */
export function togetherFaults(project: Defined<Project>, programmes: readonly Defined<ReturnModel>[]): Fault[] {
  const shared = sharing(project.value.value, ["value"]);
  const each = programmes.map((one) => ({ ...one, own: sharing(one.value) }));
  const everywhere = each.flatMap(({ own }) => own);
  const alone = (
    own: readonly Sharing[],
    others: readonly Sharing[],
    { yaml }: Pick<Defined<unknown>, "yaml">,
  ): Fault[] =>
    own
      .filter(({ name }) => [...own, ...others].filter((one) => one.name === name).length === 1)
      .map(({ path, name }) => ({
        where: yaml.where(path),
        must: "a name that at least two numbers share",
        found: `${name}, which no other number has`,
        fix: "spell it as the other number does, or take together out",
      }));
  return [...alone(shared, everywhere, project), ...each.flatMap((one) => alone(one.own, shared, one))];
}
