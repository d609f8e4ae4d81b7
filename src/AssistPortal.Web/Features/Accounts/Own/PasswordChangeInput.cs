namespace AssistPortal.Web.Features.Accounts.Own;

public sealed class PasswordChangeInput
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }
}
