namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>Words of the pages on which staff look after mails.</summary>
public sealed class StaffMailTexts;
