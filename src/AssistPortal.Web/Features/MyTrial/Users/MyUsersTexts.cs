namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>Words of a customer's users.</summary>
public sealed class MyUsersTexts;
