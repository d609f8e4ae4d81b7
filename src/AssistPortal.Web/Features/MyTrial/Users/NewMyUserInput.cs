namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>A new user as typed.</summary>
public sealed class NewMyUserInput : MyUserInput
{
    public string? Email { get; set; }
}
