using AssistPortal.Assist;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>The calendar feed of a producer.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route(Path)]
public sealed class ProducerFeedController(FeedForms forms) : OwnFeedController(forms, $"/{Path}")
{
    private const string Path = "producer/feed";
}
