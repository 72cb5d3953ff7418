addEventListener("load", () => {
  const table = document.querySelector("#work-write table");
  const column = [...table.tHead.rows[0].cells].findIndex((cell) => cell.innerText.startsWith("p50"));
  const header = table.tHead.rows[0].cells[column];
  const values = () => [...table.tBodies[0].rows].map((row) => row.cells[column].dataset.v);
  const button = header.querySelector("button");
  button.focus();
  const focusable = document.activeElement === button;
  button.click();
  const ascending = values();
  const first = header.getAttribute("aria-sort");
  button.click();
  const descending = values();
  const charts = [...document.querySelectorAll(".chart svg")];
  const ground = charts[0].querySelector("rect");
  const themeBefore = getComputedStyle(ground).fill;
  document.getElementById("theme").click();
  const themeAfter = getComputedStyle(ground).fill;
  const report = {
    width: innerWidth,
    pageWidth: document.documentElement.scrollWidth,
    charts: charts.length,
    narrowest: Math.min(...charts.map((chart) => chart.getBoundingClientRect().width)),
    named: charts.every((chart) => document.getElementById(chart.getAttribute("aria-labelledby").split(" ")[0])),
    ground: themeBefore,
    otherGround: themeAfter,
    focusable,
    sort: [first, header.getAttribute("aria-sort")],
    ascending,
    descending,
    problems: window.problems,
  };
  const result = document.createElement("pre");
  result.id = "probe-result";
  result.textContent = JSON.stringify(report);
  document.body.append(result);
  parent.postMessage(result.textContent, "*");
});
