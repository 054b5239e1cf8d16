import type { TargetedEvent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { choices } from "../api";
import { pick } from "../language";
import type { Params } from "../location";
import { nameOf } from "../names";
import { say } from "../say";
import type { Choice, Contract, Parameter } from "../types";
import { Combobox } from "./combobox";

interface FormProps {
  readonly contract: Contract;
  readonly params: Params;
  readonly change: (params: Params) => void;
}

/** A form made from a query's contract: one field a parameter, applied as soon as it is filled. */
export function Form({ contract, params, change }: FormProps) {
  const declared = Object.entries(contract.header.params);
  if (declared.length === 0) return null;
  const set = (name: string, values: readonly string[]): void => {
    const { [name]: _, ...others } = params;
    change(values.length ? { ...others, [name]: values } : others);
  };
  return (
    <form class="conditions" aria-label={say("parameters")} onSubmit={(event) => event.preventDefault()}>
      {declared.map(([name, parameter]) => (
        <Field
          key={name}
          name={name}
          parameter={parameter}
          address={contract.values[name]}
          values={params[name] ?? []}
          set={(values) => set(name, values)}
        />
      ))}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly parameter: Parameter;
  readonly address: string | undefined;
  readonly values: readonly string[];
  readonly set: (values: readonly string[]) => void;
}

function Field(props: FieldProps) {
  const { name, parameter, address } = props;
  const id = `p-${name}`;
  const label = `${pick(parameter.description)}${parameter.required ? ` (${say("required")})` : ""}`;
  if (parameter.enum) return <Fixed {...props} id={id} label={label} />;
  if (address && parameter.type !== "bool") return <Listed {...props} address={address} id={id} label={label} />;
  if (parameter.type === "bool") return <YesNo {...props} id={id} label={label} />;
  return <Plain {...props} id={id} label={label} />;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

const isMany = (parameter: Parameter): boolean => parameter.type.startsWith("list(");

/** A few fixed values: boxes to tick where several may be taken, else one to choose. */
function Fixed({ parameter, values, set, id, label }: FieldProps & Named) {
  const options = Object.entries(parameter.enum ?? {});
  if (!isMany(parameter)) {
    return (
      <div class="field">
        <label for={id}>{label}</label>
        <select id={id} value={values[0] ?? ""} onChange={(event) => set(event.currentTarget.value ? [event.currentTarget.value] : [])}>
          <option value="">{unset(parameter)}</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {pick(words)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  const isLong = options.length > 8;
  const boxes = (
    <div class="boxes">
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={(event) => set(event.currentTarget.checked ? [...values, value] : values.filter((each) => each !== value))}
          />{" "}
          {pick(words)}
        </label>
      ))}
    </div>
  );
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {isLong ? (
        <details>
          <summary>{values.length ? values.map((value) => pick(parameter.enum?.[value] ?? { zh: value, en: value })).join(" · ") : say("anyValue")}</summary>
          {boxes}
        </details>
      ) : (
        boxes
      )}
    </fieldset>
  );
}

/** Values that the server lists: completed by name, English or pinyin. */
function Listed({ parameter, values, set, address, id, label }: FieldProps & Named & { readonly address: string }) {
  const many = isMany(parameter);
  const add = (value: string): void => set(many ? [...new Set([...values, value])] : [value]);
  return (
    <div class="field">
      <Combobox<Choice>
        id={id}
        label={label}
        hint={say("typeName")}
        find={(text) => choices(address, text, 12)}
        textOf={(choice) => choice.label}
        show={(choice) => (
          <>
            <span>{choice.label}</span>
            {choice.count !== null && <span class="count">{choice.count}</span>}
          </>
        )}
        choose={(choice) => add(choice.value)}
        opensEmpty
      />
      {values.length > 0 && (
        <ul class="chosen">
          {values.map((value) => (
            <Chosen key={value} value={value} address={address} remove={() => set(values.filter((each) => each !== value))} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly value: string;
  readonly address: string;
  readonly remove: () => void;
}

function Chosen({ value, address, remove }: ChosenProps) {
  const [name, setName] = useState(value);
  useEffect(() => {
    let isWanted = true;
    void called(value, address).then((known) => isWanted && setName(known));
    return () => {
      isWanted = false;
    };
  }, [value]);
  return (
    <li>
      <button type="button" class="chip" onClick={remove} aria-label={say("remove", { n: name })}>
        {name} <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

/** What a value is called; as it was given where nothing is called so. */
async function called(value: string, address: string): Promise<string> {
  if (value.includes(":")) return nameOf(value);
  const [first] = await choices(address, value, 1).catch(() => []);
  return first?.match === "exact" || first?.value.endsWith(`:${value}`) ? first.label : value;
}

function YesNo({ parameter, values, set, id, label }: FieldProps & Named) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={values[0] ?? ""} onChange={(event) => set(event.currentTarget.value ? [event.currentTarget.value] : [])}>
        <option value="">{unset(parameter)}</option>
        <option value="true">{say("yes")}</option>
        <option value="false">{say("no")}</option>
      </select>
    </div>
  );
}

const TYPES: Readonly<Record<string, "number" | "date">> = { int: "number", float: "number", year: "number", date: "date" };

/** A number, a year, a date or words. */
function Plain({ parameter, values, set, id, label }: FieldProps & Named) {
  const type = TYPES[parameter.type] ?? "text";
  const isYear = parameter.type === "year";
  const common = {
    id,
    value: values.join(", "),
    onChange: (event: TargetedEvent<HTMLInputElement>): void => {
      const { currentTarget } = event;
      if (currentTarget.reportValidity()) set(currentTarget.value ? [currentTarget.value] : []);
    },
  };
  const bounds = { min: parameter.min ?? (isYear ? 1900 : undefined), max: parameter.max ?? (isYear ? 2100 : undefined) };
  const placeholder = say("example", { n: exampleOf(parameter) });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "date" && <input {...common} {...bounds} type="date" />}
      {type === "number" && <input {...common} {...bounds} type="number" step={parameter.type === "float" ? "any" : 1} placeholder={placeholder} />}
      {type === "text" && <input {...common} type="text" placeholder={placeholder} />}
    </div>
  );
}

const exampleOf = (parameter: Parameter): string => (Array.isArray(parameter.example) ? parameter.example.join(", ") : String(parameter.example));

function unset(parameter: Parameter): string {
  const value = parameter.default;
  if (value === undefined || value === null) return say("anyValue");
  const words = parameter.enum?.[String(value)];
  return words ? pick(words) : String(value);
}
