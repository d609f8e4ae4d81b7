using AssistPortal.Trials;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>A service that can be assigned.</summary>
/// <param name="Service">The service.</param>
/// <param name="Amount">How many licences there are.</param>
/// <param name="InUse">How many are assigned.</param>
public sealed record LicenceChoice(CloudService Service, int Amount, int InUse)
{
    public int Left => Math.Max(0, Amount - InUse);
}
