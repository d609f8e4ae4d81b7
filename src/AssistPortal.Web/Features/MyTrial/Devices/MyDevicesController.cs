using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Features.Trials.Devices;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Devices;

/// <summary>The devices of the own organisation.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial/devices")]
public sealed class MyDevicesController(
    CustomerAccess access,
    DeviceBook book,
    DeviceDesk desk,
    LabelValidator labelValidator,
    MoreDevicesValidator moreValidator,
    ReaderTimes times,
    IStringLocalizer<DevicePagesTexts> texts)
    : TrialDevicesController(book, desk, labelValidator, moreValidator, times, texts)
{
    protected override string Path => "/my-trial/devices";

    protected override string BackPath => "/my-trial";

    protected override Task<Trial?> FindAsync(CancellationToken cancellationToken) =>
        access.TrialOfAsync(User.UserId(), cancellationToken);
}
