using AssistPortal.Assist;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>The calendar feed of a host.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route(Path)]
public sealed class HostFeedController(FeedForms forms) : OwnFeedController(forms, $"/{Path}")
{
    private const string Path = "resources/feed";
}
