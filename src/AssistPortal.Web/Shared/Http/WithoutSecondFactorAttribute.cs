namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// A page that is open before a second factor is set up, where one is compulsory: what leads there, and away.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithoutSecondFactorAttribute : Attribute;
