import { flow, GetDigits, level, Redirect, Response, Speak } from 'plivo-jsx';

const departments = [
  { key: '1', name: 'Sales' },
  { key: '2', name: 'Support' },
] as const;

const departmentMenu = level('/list', () => (
  <Response>
    <GetDigits action={departmentChoice()} numDigits={1}>
      {departments.map(({ key, name }) => (
        <Speak key={key}>
          For {name}, press {key}.
        </Speak>
      ))}
    </GetDigits>
  </Response>
));

const departmentChoice = level('/list/choice', ({ call }) => {
  const department = departments.find(({ key }) => key === call.digits);
  return (
    <Response>
      {department !== undefined && <Speak>One moment, {department.name} is called.</Speak>}
      <Redirect>{departmentMenu()}</Redirect>
    </Response>
  );
});

export default flow('list', { levels: [departmentMenu, departmentChoice] });
