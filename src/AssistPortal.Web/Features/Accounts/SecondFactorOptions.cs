namespace AssistPortal.Web.Features.Accounts;

/// <summary>Settings under <c>SecondFactor</c>.</summary>
public sealed class SecondFactorOptions
{
    /// <summary>
    /// Whether staff and administrators need two factors, or a passkey. Where it is not set they do in Production, but
    /// not with the demo's data.
    /// </summary>
    public bool? Required { get; init; }
}
