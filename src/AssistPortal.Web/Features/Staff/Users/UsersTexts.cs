namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Words of users and roles.</summary>
public sealed class UsersTexts;
