using AssistPortal.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Update/Cancel Assist Services: whom to turn to with the request number.</summary>
[AllowAnonymous]
[Route("assist/manage")]
public sealed class ManageController(IOptions<MailOptions> mail) : Controller
{
    [HttpGet]
    public IActionResult Start() => View("Manage", mail.Value.ReplyTo ?? mail.Value.From);
}
