namespace AssistPortal.Web.Features.Accounts;

public sealed class SignInCodeInput
{
    /// <summary>Of the authenticator, or a recovery code.</summary>
    public string? Code { get; set; }

    /// <inheritdoc cref="SignInInput.ReturnUrl" />
    public string? ReturnUrl { get; set; }

    /// <inheritdoc cref="SignInInput.Carried" />
    public string? Carried { get; set; }
}
