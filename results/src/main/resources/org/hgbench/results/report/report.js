(() => {
  "use strict";
  const value = (cell) => {
    if (!("v" in cell.dataset)) return cell.textContent.trim();
    return cell.dataset.v === "" ? null : Number(cell.dataset.v);
  };
  const { compare } = new Intl.Collator("en", { numeric: true });
  // Rows without a figure stay at the end in both directions.
  const order = (sign) => (x, y) => {
    if (x.key === null || y.key === null) return (x.key === null) - (y.key === null);
    const numbers = typeof x.key === "number" && typeof y.key === "number";
    return sign * (numbers ? x.key - y.key : compare(String(x.key), String(y.key)));
  };
  const sort = (header) => {
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const body = header.closest("table").tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: value(row.cells[header.cellIndex]) }));
    body.append(...rows.sort(order(ascending ? 1 : -1)).map(({ row }) => row));
  };
  const text = (table) =>
    [...table.rows]
      .map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " ")).join("\t"))
      .join("\n");
  const copyBySelection = (content) => {
    const area = document.createElement("textarea");
    area.value = content;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  };
  const copy = async (button) => {
    const content = text(button.parentNode.querySelector("table"));
    let copied = true;
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      copied = copyBySelection(content);
    }
    button.textContent = copied ? "Copied" : "Could not copy";
    setTimeout(() => (button.textContent = "Copy table"), 1500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("sort")) sort(button.parentNode);
    if (button.classList.contains("copy")) copy(button);
  });
  const theme = document.getElementById("theme");
  const root = document.documentElement;
  const isDark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => (theme.textContent = isDark() ? "Light" : "Dark");
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  theme.setAttribute("aria-label", "Switch between light and dark");
  theme.hidden = false;
  name();
})();
