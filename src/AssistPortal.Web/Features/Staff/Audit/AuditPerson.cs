namespace AssistPortal.Web.Features.Staff.Audit;

public sealed record AuditPerson(string FirstName, string LastName, string Email);
