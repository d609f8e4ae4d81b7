using AssistPortal.Trials;

namespace AssistPortal.Web.Features.MyTrial;

/// <summary>The licences of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Amount">How many there are.</param>
/// <param name="InUse">How many are assigned to users.</param>
/// <param name="IsExpired">Whether the trial is over, and they work on for the days of grace only.</param>
/// <param name="IsLost">Whether what was bought does not contain the service.</param>
public sealed record LicenceLine(CloudService Service, int Amount, int InUse, bool IsExpired, bool IsLost);
