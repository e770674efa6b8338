/** What stands on the pages of indicators alone. */
export const indicatorStyle = `.charts.single { grid-template-columns: minmax(0, 36rem); }
.charts { align-items: start; }
.working h4 { margin: 1.25rem 0 .5rem; font-size: 1rem; line-height: 1.3; }
.steps li { max-width: none; margin-bottom: .25rem; overflow-wrap: anywhere; }
`;
